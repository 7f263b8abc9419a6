/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-browser-pane.h"
#include "mw-cases-pane.h"
#include "mw-panes.h"
#include "mw-settings.h"
#include "mw-window-cases.h"
#include "mw-window-comparison.h"
#include "mw-window-catalogue.h"
#include "mw-window-offer.h"
#include "mw-window-meeting.h"
#include "mw-window-own.h"
#include "mw-window-paper.h"
#include "mw-wizard-pane.h"

struct _MwWindow
{
  AdwApplicationWindow parent_instance;

  MwPanes *panes;
  MwWizardPane *wizard;
  MwBrowserPane *browser;
  MwCasesPane *cases_pane;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  AdwToastOverlay *toasts;
  GtkWidget *discuss_button;

  GSettings *settings;
  MwCatalogue *catalogue; /* until the panes are filled */
  MwCases *cases;         /* until the panes are filled */
  MwWindowOwn *own;       /* (nullable): without an organisation */
  MwWindowOffer *offer;   /* (nullable): without an organisation */
  MwWindowPaper *paper;
  MwWindowMeeting *meeting;
  gboolean may_close;     /* everything is saved, or given up */
};

enum
{
  LOCKED,
  MEETING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwWindow, mw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_state (MwWindow *self, const char *action, GVariant *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), state);
}

static void
set_enabled (MwWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/* The panes with the actions and the settings that go with them. */
static const char *const pane_names[] = { "show-wizard", "show-browser", "show-cases" };
#define N_PANES G_N_ELEMENTS (pane_names)

static GtkWidget *
get_pane (MwWindow *self, guint number)
{
  GtkWidget *all[N_PANES] = { GTK_WIDGET (self->wizard), GTK_WIDGET (self->browser), GTK_WIDGET (self->cases_pane) };

  return all[number];
}

static void
on_shown_changed (MwWindow *self)
{
  for (guint p = 0; p < N_PANES; p++)
    set_state (self, pane_names[p], g_variant_new_boolean (mw_panes_is_shown (self->panes, get_pane (self, p))));
}

static void
save_panes (MwWindow *self)
{
  for (guint p = 0; p < N_PANES; p++)
    g_settings_set_boolean (self->settings, pane_names[p], mw_panes_get_wanted (self->panes, get_pane (self, p)));
}

static void
show_pane (MwWindow *self, GtkWidget *pane)
{
  mw_panes_set_wanted (self->panes, pane, TRUE);
  mw_panes_set_current (self->panes, pane);
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
ensure_pane (MwWindow *self, GtkWidget *pane)
{
  if (!mw_panes_is_shown (self->panes, pane))
    show_pane (self, pane);
}

/* Where there is room for one pane only, hiding it means to see the next. */
static void
on_show_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;
  guint p = 0;

  while (!g_str_equal (pane_names[p], g_action_get_name (G_ACTION (action))))
    p++;
  if (!mw_panes_is_shown (self->panes, get_pane (self, p)))
    show_pane (self, get_pane (self, p));
  else if (mw_panes_get_n_shown (self->panes) > 1)
    mw_panes_set_wanted (self->panes, get_pane (self, p), FALSE);
  else
    show_pane (self, get_pane (self, (p + 1) % N_PANES));
  save_panes (self);
}

static void
on_show_filters (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  gboolean show = !g_variant_get_boolean (state);

  if (show)
    ensure_pane (self, GTK_WIDGET (self->browser));
  g_simple_action_set_state (action, g_variant_new_boolean (show));
  mw_browser_pane_show_filters (self->browser, show);
  g_settings_set_boolean (self->settings, "show-filters", show);
}

static void
on_sort (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;
  const char *order = g_variant_get_string (parameter, NULL);

  g_simple_action_set_state (action, parameter);
  mw_browser_pane_set_sort (self->browser, g_str_equal (order, "name") ? MW_SORT_NAME : MW_SORT_NUMBER);
  g_settings_set_string (self->settings, "sort", order);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;

  ensure_pane (self, GTK_WIDGET (self->browser));
  mw_browser_pane_focus_search (self->browser);
}

static void
on_clear_filters (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;

  mw_browser_pane_set_text (self->browser, "");
  mw_browser_pane_clear_filters (self->browser);
}

static void
on_close_description (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_browser_pane_go_back (MW_WINDOW (data)->browser);
}

static void
on_close_banner (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_revealer_set_reveal_child (MW_WINDOW (data)->banner, FALSE);
}

static void
on_consider (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_browser_pane_consider (MW_WINDOW (data)->browser);
}

static void
on_reveal_browser (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ensure_pane (data, GTK_WIDGET (MW_WINDOW (data)->browser));
}

static void
on_reveal_cases (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ensure_pane (data, GTK_WIDGET (MW_WINDOW (data)->cases_pane));
}

static void
on_lock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_window_lock (MW_WINDOW (data));
}

static void
on_wizard_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_wizard_pane_go_back (MW_WINDOW (data)->wizard);
}

static void
on_wizard_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_wizard_pane_go_next (MW_WINDOW (data)->wizard);
}

static void
on_wizard_restart (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_wizard_pane_restart (MW_WINDOW (data)->wizard);
}

static void
on_wizard_changed (MwWindow *self)
{
  guint step = mw_wizard_pane_get_step (self->wizard);
  MwAnswers answers;

  set_enabled (self, "wizard-back", step > 0);
  set_enabled (self, "wizard-next", step < MW_WIZARD_RESULT_STEP);
  mw_browser_pane_set_candidates (self->browser, mw_wizard_pane_get_candidates (self->wizard));
  mw_wizard_pane_get_answers (self->wizard, &answers);
  mw_cases_pane_set_answers (self->cases_pane, &answers);
}

static void
on_browser_changed (MwWindow *self)
{
  g_auto (GStrv) filters = mw_browser_pane_dup_filters (self->browser);

  set_enabled (self, "close-description", mw_browser_pane_can_go_back (self->browser));
  if (self->own)
    mw_window_own_update (self->own);
  g_settings_set_strv (self->settings, "filters", (const char *const *) filters);
  mw_cases_pane_set_filters (self->cases_pane, (const char *const *) filters);
}

static void
on_consider_this (MwWindow *self, const char *id, const char *number, const char *name)
{
  ensure_pane (self, GTK_WIDGET (self->cases_pane));
  mw_cases_pane_consider (self->cases_pane, id, number, name);
}

static void
on_refer (MwWindow *self, const char *id, const char *number, const char *name, const char *whom)
{
  ensure_pane (self, GTK_WIDGET (self->cases_pane));
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

  ensure_pane (self, GTK_WIDGET (self->wizard));
  mw_wizard_pane_set_answers (self->wizard, answers);
  mw_wizard_pane_set_step (self->wizard, answered ? MW_WIZARD_RESULT_STEP : 0);
  mw_browser_pane_set_text (self->browser, "");
  mw_browser_pane_set_filters (self->browser, filters);
  mw_browser_pane_open (self->browser, NULL);
}

static void
on_show_intervention (MwWindow *self, const char *id)
{
  ensure_pane (self, GTK_WIDGET (self->browser));
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
  ensure_pane (self, GTK_WIDGET (self->cases_pane));
}

static const GActionEntry actions[] = {
  { "show-wizard", on_show_pane, NULL, "true", NULL },
  { "show-browser", on_show_pane, NULL, "true", NULL },
  { "show-cases", on_show_pane, NULL, "true", NULL },
  { "show-filters", on_show_filters, NULL, "false", NULL },
  { "sort", on_sort, "s", "'number'", NULL },
  { "search", on_search, NULL, NULL, NULL },
  { "clear-filters", on_clear_filters, NULL, NULL, NULL },
  { "close-description", on_close_description, NULL, NULL, NULL },
  { "close-banner", on_close_banner, NULL, NULL, NULL },
  { "consider", on_consider, NULL, NULL, NULL },
  { "reveal-browser", on_reveal_browser, NULL, NULL, NULL },
  { "reveal-cases", on_reveal_cases, NULL, NULL, NULL },
  { "lock", on_lock, NULL, NULL, NULL },
  { "wizard-back", on_wizard_back, NULL, NULL, NULL },
  { "wizard-next", on_wizard_next, NULL, NULL, NULL },
  { "wizard-restart", on_wizard_restart, NULL, NULL, NULL },
};

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
  g_signal_connect_swapped (self->panes, "shown-changed", G_CALLBACK (on_shown_changed), self);
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
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_window_cases_add_actions (GTK_APPLICATION_WINDOW (self), self->cases_pane);
  mw_accessible_name_buttons (GTK_WIDGET (self));

  mw_panes_append (self->panes, GTK_WIDGET (self->wizard), 47, 1, 2);
  mw_panes_append (self->panes, GTK_WIDGET (self->browser), 47, 3, 0);
  mw_panes_append (self->panes, GTK_WIDGET (self->cases_pane), 47, 2, 1);
  connect_panes (self);
  mw_window_comparison_connect (GTK_APPLICATION_WINDOW (self), self->browser, self->cases_pane);
  self->paper = mw_window_paper_new (GTK_APPLICATION_WINDOW (self), self->browser, self->cases_pane);
  g_signal_connect_object (self->paper, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  set_enabled (self, "wizard-back", FALSE);
  set_enabled (self, "close-description", FALSE);
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
  mw_panes_set_current (self->panes, get_pane (self, wizard || !(browser || cases) ? 0 : browser ? 1 : 2));

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
