/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-loading-page.h"

#define DELAY 500    /* ms */
#define INTERVAL 100 /* ms */

struct _MwLoadingPage
{
  GtkWidget parent_instance;

  GtkWidget *content_box;
  GtkProgressBar *progress_bar;

  MwCatalogue *catalogue;
  guint timer_id;
};

G_DEFINE_FINAL_TYPE (MwLoadingPage, mw_loading_page, GTK_TYPE_WIDGET)

static gboolean
on_tick (gpointer data)
{
  MwLoadingPage *self = data;

  gtk_widget_set_visible (self->content_box, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, mw_catalogue_get_progress (self->catalogue));

  return G_SOURCE_CONTINUE;
}

static gboolean
on_due (gpointer data)
{
  MwLoadingPage *self = data;

  on_tick (self);
  self->timer_id = g_timeout_add (INTERVAL, on_tick, self);

  return G_SOURCE_REMOVE;
}

static void
mw_loading_page_dispose (GObject *object)
{
  GtkWidget *child;

  mw_loading_page_stop (MW_LOADING_PAGE (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_loading_page_parent_class)->dispose (object);
}

static void
mw_loading_page_class_init (MwLoadingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_loading_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-loading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwLoadingPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, MwLoadingPage, progress_bar);
}

static void
mw_loading_page_init (MwLoadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mw_loading_page_start (MwLoadingPage *self, MwCatalogue *catalogue)
{
  mw_loading_page_stop (self);
  self->catalogue = g_object_ref (catalogue);
  self->timer_id = g_timeout_add (DELAY, on_due, self);
}

void
mw_loading_page_stop (MwLoadingPage *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->catalogue);
}
