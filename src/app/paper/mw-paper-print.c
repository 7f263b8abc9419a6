/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-paper-print.h"

#include "mw-paper-drawing.h"
#include "mw-paper-pdf.h"

/* So long the main loop waits for pages at a time. */
#define PATIENCE 10000 /* µs */

/* Pages that are being laid out, by another thread, for the paper that the printer has. */
typedef struct
{
  gatomicrefcount refs;
  GMutex mutex;
  GCond cond;
  MwPaper *paper;
  double width;
  double height;
  MwPaperPages *pages; /* (nullable): until they are there */
} Job;

static Job *
job_new (MwPaper *paper)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->refs);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  job->paper = mw_paper_ref (paper);

  return job;
}

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;

  g_clear_pointer (&job->pages, mw_paper_pages_free);
  mw_paper_unref (job->paper);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job);
}

static gpointer
lay_out (gpointer data)
{
  Job *job = data;
  MwPaperPages *pages = mw_paper_pages_new (job->paper, job->width, job->height);

  g_mutex_lock (&job->mutex);
  job->pages = pages;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
  job_unref (job);

  return NULL;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_clear_pointer (&job->pages, mw_paper_pages_free); /* of a preview */
  job->width = gtk_print_context_get_width (context);
  job->height = gtk_print_context_get_height (context);
  g_atomic_ref_count_inc (&job->refs);
  g_thread_unref (g_thread_new ("paper", lay_out, job));
}

/* Is called again and again until it says that it is done. */
static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean there;

  g_mutex_lock (&job->mutex);
  while (!job->pages && g_cond_wait_until (&job->cond, &job->mutex, until))
    ;
  there = job->pages != NULL;
  g_mutex_unlock (&job->mutex);
  if (there)
    gtk_print_operation_set_n_pages (operation, (int) mw_paper_pages_get_n (job->pages));

  return there;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  mw_paper_pages_draw (job->pages, (guint) page, gtk_print_context_get_cairo_context (context), 0, 0, FALSE);
}

GtkPrintOperation *
mw_paper_print_new_plain_operation (gboolean landscape, double margin)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, margin, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* Printers and their lists show it: it says nothing of what is printed. */
  gtk_print_operation_set_job_name (operation, "Maatwerk");

  return operation;
}

GtkPrintOperation *
mw_paper_print_new_operation (MwPaper *paper)
{
  GtkPrintOperation *operation = mw_paper_print_new_plain_operation (paper->landscape, MW_PAPER_MARGIN);
  Job *job = job_new (paper);

  g_object_set_data_full (G_OBJECT (operation), "mw-job", job, (GDestroyNotify) job_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);

  return operation;
}

typedef struct
{
  GtkWindow *parent; /* weak */
  MwPaperPrinted callback;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Printing;

static void
printing_free (Printing *printing, GClosure *closure)
{
  g_clear_weak_pointer (&printing->parent);
  if (printing->destroy)
    printing->destroy (printing->data);
  g_free (printing);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (printing->parent)
    printing->callback (result == GTK_PRINT_OPERATION_RESULT_APPLY, error, printing->data);
}

void
mw_paper_print_run (GtkPrintOperation *operation, GtkWindow *parent, MwPaperPrinted callback, gpointer data, GDestroyNotify destroy)
{
  Printing *printing = g_new0 (Printing, 1);

  g_set_weak_pointer (&printing->parent, parent);
  printing->callback = callback;
  printing->data = data;
  printing->destroy = destroy;
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), printing, (GClosureNotify) printing_free, 0);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  g_object_unref (operation);
}

void
mw_paper_print (GtkWindow *parent, MwPaper *paper, MwPaperPrinted callback, gpointer data, GDestroyNotify destroy)
{
  mw_paper_print_run (mw_paper_print_new_operation (paper), parent, callback, data, destroy);
}
