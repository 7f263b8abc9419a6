/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-private.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-focus.h"
#include "mw-settings.h"
#include "mw-window-cases.h"
#include "mw-window-catalogue.h"
#include "mw-window-comparison.h"

enum
{
  LOCKED,
  MEETING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwWindow, mw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_wizard_changed (MwWindow *self)
{
  guint step = mw_wizard_pane_get_step (self->wizard);
  MwAnswers answers;

  mw_window_set_enabled (self, "wizard-back", step > 0);
  mw_window_set_enabled (self, "wizard-next", step < MW_WIZARD_RESULT_STEP);
  mw_browser_pane_set_candidates (self->browser, mw_wizard_pane_get_candidates (self->wizard));
  mw_wizard_pane_get_answers (self->wizard, &answers);
  mw_cases_pane_set_answers (self->cases_pane, &answers);
}

static void
on_browser_changed (MwWindow *self)
{
  g_auto (GStrv) filters = mw_browser_pane_dup_filters (self->browser);

  mw_window_set_enabled (self, "close-description", mw_browser_pane_can_go_back (self->browser));
  if (self->own)
    mw_window_own_update (self->own);
  g_settings_set_strv (self->settings, "filters", (const char *const *) filters);
  mw_cases_pane_set_filters (self->cases_pane, (const char *const *) filters);
}

static void
on_consider_this (MwWindow *self, const char *id, const char *number, const char *name)
{
  mw_window_ensure_pane (self, GTK_WIDGET (self->cases_pane));
  mw_cases_pane_consider (self->cases_pane, id, number, name);
}

static void
on_refer (MwWindow *self, const char *id, const char *number, const char *name, const char *whom)
{
  mw_window_ensure_pane (self, GTK_WIDGET (self->cases_pane));
  mw_cases_pane_refer (self->cases_pane, id, number, name, whom);
}

static void
on_not_found (MwWindow *self)
{
  mw_cases_pane_say (self->cases_pane, _ ("This intervention is not in the catalogue that is open now. Its name stays in the case."));
}

static void
on_case_changed (MwWindow *self)
{
  g_auto (GStrv) considered = mw_cases_pane_dup_considered (self->cases_pane);

  mw_browser_pane_set_considered (self->browser, (const char *const *) considered);
}

static void
on_show_again (MwWindow *self, const MwAnswers *answers, const char *const *filters)
{
  gboolean answered = answers->persistence || answers->orientation || answers->competences || answers->strategy;

  mw_window_ensure_pane (self, GTK_WIDGET (self->wizard));
  mw_wizard_pane_set_answers (self->wizard, answers);
  mw_wizard_pane_set_step (self->wizard, answered ? MW_WIZARD_RESULT_STEP : 0);
  mw_browser_pane_set_text (self->browser, "");
  mw_browser_pane_set_filters (self->browser, filters);
  mw_browser_pane_open (self->browser, NULL);
}

static void
on_show_intervention (MwWindow *self, const char *id)
{
  mw_window_ensure_pane (self, GTK_WIDGET (self->browser));
  mw_browser_pane_open (self->browser, id);
}

/* What went wrong stays to be read. */
static void
on_said (MwWindow *self, const char *words, gboolean failed)
{
  if (!failed)
    {
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
      return;
    }

  gtk_label_set_label (self->banner_label, words);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

static void
save_size (MwWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Everything is saved. */
static void
on_left (MwWindow *self, int reason)
{
  save_size (self);
  if (reason == MW_LEAVE_LOCK)
    {
      g_signal_emit (self, signals[LOCKED], 0);
      return;
    }
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_stayed (MwWindow *self)
{
  mw_window_ensure_pane (self, GTK_WIDGET (self->cases_pane));
}

/* What the first frame can do without. */
static void
fill (MwWindow *self)
{
  g_autoptr (MwCatalogue) catalogue = g_steal_pointer (&self->catalogue);
  g_autoptr (MwCases) cases = g_steal_pointer (&self->cases);

  if (!catalogue)
    return;

  mw_wizard_pane_fill (self->wizard);
  mw_window_cases_fill (self->cases_pane, cases, self->settings);
  mw_browser_pane_set_outcomes (self->browser, mw_cases_get_outcomes (cases));
  mw_cases_pane_set_catalogue (self->cases_pane, catalogue);
  mw_browser_pane_set_catalogue (self->browser, catalogue);
}

static void
on_painted (GdkFrameClock *clock, MwWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  fill (self);
}

/* A window that stands there at once is worth a frame in which its panes are still empty. */
static void
mw_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mw_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_painted), widget, 0);
}

static gboolean
mw_window_close_request (GtkWindow *window)
{
  MwWindow *self = MW_WINDOW (window);

  if (!self->may_close && !self->catalogue)
    {
      mw_window_meeting_stop (self->meeting, FALSE);
      mw_cases_pane_leave (self->cases_pane, MW_LEAVE_CLOSE);
      if (!self->may_close)
        return TRUE;
    }

  return GTK_WINDOW_CLASS (mw_window_parent_class)->close_request (window);
}

static void
mw_window_dispose (GObject *object)
{
  MwWindow *self = MW_WINDOW (object);

  g_clear_object (&self->own);
  g_clear_object (&self->offer);
  g_clear_object (&self->paper);
  g_clear_object (&self->meeting);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->cases);

  G_OBJECT_CLASS (mw_window_parent_class)->dispose (object);
}

static void
mw_window_class_init (MwWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = mw_window_close_request;
  widget_class->realize = mw_window_realize;
  signals[LOCKED] = g_signal_new ("locked", MW_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MEETING]
    = g_signal_new ("meeting", MW_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (MW_TYPE_PANES);
  g_type_ensure (MW_TYPE_WIZARD_PANE);
  g_type_ensure (MW_TYPE_BROWSER_PANE);
  g_type_ensure (MW_TYPE_CASES_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MwWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, wizard);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, browser);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, cases_pane);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MwWindow, discuss_button);
}

static void
connect_panes (MwWindow *self)
{
  g_signal_connect_swapped (self->panes, "shown-changed", G_CALLBACK (mw_window_on_shown_changed), self);
  g_signal_connect_swapped (self->wizard, "changed", G_CALLBACK (on_wizard_changed), self);
  g_signal_connect_swapped (self->browser, "consider", G_CALLBACK (on_consider_this), self);
  g_signal_connect_swapped (self->browser, "refer", G_CALLBACK (on_refer), self);
  g_signal_connect_swapped (self->browser, "not-found", G_CALLBACK (on_not_found), self);
  g_signal_connect_swapped (self->cases_pane, "changed", G_CALLBACK (on_case_changed), self);
  g_signal_connect_swapped (self->cases_pane, "show-again", G_CALLBACK (on_show_again), self);
  g_signal_connect_swapped (self->cases_pane, "show-intervention", G_CALLBACK (on_show_intervention), self);
  g_signal_connect_swapped (self->cases_pane, "left", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (self->cases_pane, "stayed", G_CALLBACK (on_stayed), self);
}

static void
mw_window_init (MwWindow *self)
{
  mw_window_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_window_cases_add_actions (GTK_APPLICATION_WINDOW (self), self->cases_pane);
  mw_accessible_name_buttons (GTK_WIDGET (self));
  mw_focus_return_from_menus (GTK_WINDOW (self));

  mw_panes_append (self->panes, GTK_WIDGET (self->wizard), 47, 1, 2);
  mw_panes_append (self->panes, GTK_WIDGET (self->browser), 47, 3, 0);
  mw_panes_append (self->panes, GTK_WIDGET (self->cases_pane), 47, 2, 1);
  connect_panes (self);
  mw_window_comparison_connect (GTK_APPLICATION_WINDOW (self), self->browser, self->cases_pane);
  self->paper = mw_window_paper_new (GTK_APPLICATION_WINDOW (self), self->browser, self->cases_pane);
  g_signal_connect_object (self->paper, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  mw_window_set_enabled (self, "wizard-back", FALSE);
  mw_window_set_enabled (self, "close-description", FALSE);
}

static void
restore_settings (MwWindow *self)
{
  g_auto (GStrv) filters = g_settings_get_strv (self->settings, "filters");
  g_autofree char *sort = g_settings_get_string (self->settings, "sort");
  gboolean wizard = g_settings_get_boolean (self->settings, "show-wizard");
  gboolean browser = g_settings_get_boolean (self->settings, "show-browser");
  gboolean cases = g_settings_get_boolean (self->settings, "show-cases");

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->wizard), wizard || !(browser || cases));
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->browser), browser);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->cases_pane), cases);
  mw_panes_set_current (self->panes, mw_window_get_pane (self, wizard || !(browser || cases) ? 0 : browser ? 1 : 2));

  mw_browser_pane_set_filters (self->browser, (const char *const *) filters);
  mw_cases_pane_set_filters (self->cases_pane, (const char *const *) filters);
  mw_settings_bind_variant (self->settings, "saved-filters", mw_browser_pane_get_saved_filters (self->browser), "value");
  g_action_group_activate_action (G_ACTION_GROUP (self), "sort", g_variant_new_string (sort));
  if (g_settings_get_boolean (self->settings, "show-filters"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "show-filters", NULL);
}

static void
take_over (MwWindow *self, MwWindow *like)
{
  MwAnswers answers;

  mw_wizard_pane_get_answers (like->wizard, &answers);
  mw_wizard_pane_set_answers (self->wizard, &answers);
  mw_wizard_pane_set_step (self->wizard, mw_wizard_pane_get_step (like->wizard));
  mw_browser_pane_set_text (self->browser, mw_browser_pane_get_text (like->browser));
  if (mw_browser_pane_get_open (like->browser))
    mw_browser_pane_open (self->browser, mw_browser_pane_get_open (like->browser));
  mw_comparer_take_over (mw_browser_pane_get_comparer (self->browser), mw_browser_pane_get_comparer (like->browser));
  mw_cases_pane_set_answers (self->cases_pane, &answers);
  mw_cases_pane_take_over (self->cases_pane, like->cases_pane);
}

static void
on_meeting (MwWindow *self, gboolean in_front)
{
  g_signal_emit (self, signals[MEETING], 0, in_front);
}

MwWindow *
mw_window_new (GtkApplication *application, MwCatalogue *catalogue, MwCases *cases, GSettings *settings, MwWindow *like)
{
  MwWindow *self = g_object_new (MW_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->catalogue = g_object_ref (catalogue);
  self->cases = g_object_ref (cases);
  restore_settings (self);
  if (like)
    {
      fill (self);
      take_over (self, like);
    }
  g_signal_connect_swapped (self->browser, "changed", G_CALLBACK (on_browser_changed), self);
  mw_window_cases_connect (GTK_WINDOW (self), self->cases_pane, settings);
  mw_window_catalogue_connect (GTK_APPLICATION_WINDOW (self), catalogue);
  self->meeting = mw_window_meeting_new (GTK_APPLICATION_WINDOW (self), self->cases_pane, catalogue, settings, self->discuss_button);
  g_signal_connect_object (self->meeting, "in-front", G_CALLBACK (on_meeting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (mw_browser_pane_ask_again), self->browser, G_CONNECT_SWAPPED);

  return self;
}

void
mw_window_set_organisation (MwWindow *self, MwOrganisationFile *file)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maatwerk", NULL);

  mw_browser_pane_set_organisation (self->browser, file);
  mw_window_paper_set_organisation (self->paper, file);
  self->own = mw_window_own_new (GTK_APPLICATION_WINDOW (self), self->browser, self->toasts, file, folder);
  self->offer = mw_window_offer_new (GTK_APPLICATION_WINDOW (self), self->browser, file);
}

void
mw_window_set_loaded (MwWindow *self, const char *notice, const char *failure)
{
  mw_browser_pane_set_loaded (self->browser, failure);
  mw_window_catalogue_set_loaded (GTK_APPLICATION_WINDOW (self));
  gtk_label_set_label (self->banner_label, notice ? notice : "");
  gtk_revealer_set_reveal_child (self->banner, notice != NULL);
}

void
mw_window_lock (MwWindow *self)
{
  if (self->catalogue) /* nothing was opened yet */
    return;

  mw_window_meeting_stop (self->meeting, TRUE);
  mw_cases_pane_leave (self->cases_pane, MW_LEAVE_LOCK);
}

GtkWindow *
mw_window_get_wall (MwWindow *self)
{
  return mw_window_meeting_get_wall (self->meeting);
}
