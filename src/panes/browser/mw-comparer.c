/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-comparison-page.h"
#include "mw-comparison.h"

#define COLUMN_CHARACTERS 34

struct _MwComparer
{
  GObject parent_instance;

  GtkStack *stack;
  MwComparisonBar *bar;
  MwComparisonPage *page; /* (nullable): until it is first shown */

  MwComparisonSet *set;
  MwCatalogue *catalogue; /* (nullable): until there is one */
  MwOrganisationFile *organisation; /* (nullable) */
  gboolean shown;

  MwProfileSet profiles;
  char *wishes; /* (nullable): without an open case */
};

enum
{
  CHANGED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwComparer, mw_comparer, G_TYPE_OBJECT)

static void
set_shown (MwComparer *self, gboolean shown)
{
  self->shown = shown;
  gtk_stack_set_visible_child_name (self->stack, shown ? "comparison" : "browse");
}

/* One alone is not compared with anything. */
static void
on_set_changed (MwComparer *self)
{
  if (self->shown && mw_comparison_set_get_n (self->set) < MW_COMPARISON_LEAST)
    set_shown (self, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_opened (MwComparer *self, const char *id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
on_not_found (MwComparer *self)
{
  mw_comparison_bar_say (self->bar, _ ("An intervention of the comparison is not in the catalogue any more."));
}

static void
make_page (MwComparer *self)
{
  self->page = mw_comparison_page_new (self->catalogue, self->set);
  mw_comparison_page_set_organisation (self->page, self->organisation);
  mw_comparison_page_set_case (self->page, self->profiles, self->wishes);
  g_signal_connect_object (self->page, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "not-found", G_CALLBACK (on_not_found), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "comparison");
}

static void
drop_page (MwComparer *self)
{
  if (self->page)
    gtk_stack_remove (self->stack, GTK_WIDGET (self->page));
  self->page = NULL;
}

static void
mw_comparer_dispose (GObject *object)
{
  MwComparer *self = MW_COMPARER (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->organisation);

  G_OBJECT_CLASS (mw_comparer_parent_class)->dispose (object);
}

static void
mw_comparer_finalize (GObject *object)
{
  MwComparer *self = MW_COMPARER (object);

  g_object_unref (self->set);
  g_free (self->wishes);

  G_OBJECT_CLASS (mw_comparer_parent_class)->finalize (object);
}

static void
mw_comparer_class_init (MwComparerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_comparer_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_comparer_finalize;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_COMPARER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", MW_TYPE_COMPARER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
mw_comparer_init (MwComparer *self)
{
  self->set = mw_comparison_set_new ();
  g_signal_connect_object (self->set, "changed", G_CALLBACK (on_set_changed), self, G_CONNECT_SWAPPED);
}

MwComparer *
mw_comparer_new (GtkStack *stack, MwComparisonBar *bar)
{
  MwComparer *self = g_object_new (MW_TYPE_COMPARER, NULL);

  self->stack = stack;
  self->bar = bar;
  mw_comparison_bar_set_set (bar, self->set);

  return self;
}

/* What was read from another catalogue goes with it. */
void
mw_comparer_set_catalogue (MwComparer *self, MwCatalogue *catalogue)
{
  gboolean shown = self->shown;

  if (shown)
    set_shown (self, FALSE);
  drop_page (self);
  g_set_object (&self->catalogue, catalogue);
  if (shown)
    mw_comparer_show (self, TRUE);
}

void
mw_comparer_set_organisation (MwComparer *self, MwOrganisationFile *file)
{
  g_set_object (&self->organisation, file);
}

MwComparisonSet *
mw_comparer_get_set (MwComparer *self)
{
  return self->set;
}

void
mw_comparer_toggle (MwComparer *self, const char *id, const char *number)
{
  if (mw_comparison_set_has (self->set, id))
    mw_comparison_set_remove (self->set, id);
  else if (!mw_comparison_set_add (self->set, id, number))
    {
      mw_comparison_bar_say (self->bar, _ ("Four can be compared, not more. Take one out first."));
      g_signal_emit (self, signals[CHANGED], 0); /* the button that was pressed is to show it */
    }
}

void
mw_comparer_show (MwComparer *self, gboolean show)
{
  if (show == self->shown || !self->catalogue)
    return;
  if (show && mw_comparison_set_get_n (self->set) < MW_COMPARISON_LEAST)
    {
      mw_comparison_bar_say (self->bar, _ ("Choose two to four interventions to compare: press Ctrl+T in the list or in a description."));
      return;
    }

  if (!self->page)
    make_page (self);
  set_shown (self, show);
  g_signal_emit (self, signals[CHANGED], 0); /* which makes the way back possible, where the keyboard may start */
  if (show)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

gboolean
mw_comparer_is_shown (MwComparer *self)
{
  return self->shown;
}

GPtrArray *
mw_comparer_get_shown (MwComparer *self)
{
  GPtrArray *shown = self->shown ? mw_comparison_page_get_shown (self->page) : NULL;

  return shown && shown->len >= MW_COMPARISON_LEAST ? shown : NULL;
}

MwIntervention *
mw_comparer_get_focused (MwComparer *self)
{
  return self->shown ? mw_comparison_page_get_focused (self->page) : NULL;
}

guint
mw_comparer_get_characters (MwComparer *self)
{
  return self->shown ? mw_comparison_set_get_n (self->set) * COLUMN_CHARACTERS : 0;
}

void
mw_comparer_set_case (MwComparer *self, MwProfileSet profiles, const char *wishes)
{
  if (self->wishes)
    memset (self->wishes, 0, strlen (self->wishes));
  g_free (self->wishes);
  self->profiles = profiles;
  self->wishes = g_strdup (wishes);
  if (self->page)
    mw_comparison_page_set_case (self->page, profiles, wishes);
}

void
mw_comparer_take_over (MwComparer *self, MwComparer *like)
{
  mw_comparison_set_copy (self->set, like->set);
  mw_comparer_show (self, like->shown);
}
