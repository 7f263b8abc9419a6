/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meeting-fixture.h"
#include "mw-meeting-body.h"
#include "mw-meeting-decision.h"
#include "mw-meeting-matrix.h"
#include "mw-meeting-window-private.h"

static const guint minutes[MW_N_PHASES] = { 10, 15, 10, 10, 10 };

/* What came from the wall. */
typedef struct
{
  MwMeetingWindow *window;
  char *decision;
  GPtrArray *actions; /* of char *: what and who */
  char *record;
  guint n_ended;
} Meeting;

static void
on_decision (Meeting *meeting, const char *text)
{
  g_free (meeting->decision);
  meeting->decision = g_strdup (text);
}

static void
on_action (Meeting *meeting, const MwAction *action)
{
  g_ptr_array_add (meeting->actions, g_strdup_printf ("%s, %s, %u", action->text, action->who, action->day));
}

static void
on_ended (Meeting *meeting, const char *record)
{
  meeting->record = g_strdup (record);
  meeting->n_ended++;
}

static void
wait_for_size (Meeting *meeting, int height)
{
  while (gtk_widget_get_height (GTK_WIDGET (meeting->window)) != height)
    g_main_context_iteration (NULL, TRUE);
  run_for (300);
}

static void
begin (Meeting *meeting, const MwCase *one, guint32 allowed, int width, int height)
{
  *meeting = (Meeting){ .window = mw_meeting_window_new (minutes), .actions = g_ptr_array_new_with_free_func (g_free) };
  g_signal_connect_swapped (meeting->window, "decision", G_CALLBACK (on_decision), meeting);
  g_signal_connect_swapped (meeting->window, "action", G_CALLBACK (on_action), meeting);
  g_signal_connect_swapped (meeting->window, "ended", G_CALLBACK (on_ended), meeting);
  gtk_window_set_default_size (GTK_WINDOW (meeting->window), width, height);
  mw_meeting_window_set_view (meeting->window, mw_room_view_new (one, 3, allowed));
  mw_meeting_window_go_to (meeting->window, NULL);
  wait_for_size (meeting, height);
}

static void
end (Meeting *meeting)
{
  gtk_window_destroy (GTK_WINDOW (meeting->window));
  g_free (meeting->decision);
  g_free (meeting->record);
  g_ptr_array_unref (meeting->actions);
}

static void
press (Meeting *meeting, guint key)
{
  mw_meeting_window_press (meeting->window, key, 0);
}

static gboolean
shows (Meeting *meeting, const char *text)
{
  return find_label (GTK_WIDGET (meeting->window), text) != NULL;
}

static GtkWidget *
get_body (Meeting *meeting)
{
  return find_widget (GTK_WIDGET (meeting->window), MW_TYPE_MEETING_BODY);
}

/* Through everything that can be seen, to the end. @func is called on each page. */
static guint
go_through (Meeting *meeting, void (*func) (Meeting *meeting, gpointer data), gpointer data)
{
  MwPhase phase;
  guint page;
  guint n = 0;

  do
    {
      phase = mw_meeting_window_get_phase (meeting->window);
      page = mw_meeting_window_get_page (meeting->window);
      run_for (30);
      func (meeting, data);
      n++;
      press (meeting, GDK_KEY_Page_Down);
    }
  while (phase != mw_meeting_window_get_phase (meeting->window) || page != mw_meeting_window_get_page (meeting->window));

  return n;
}

static MwCase *
new_full_case (void)
{
  MwCase *one = new_canary_case ();

  g_free (one->wishes);
  one->wishes = new_long_text (LONG_WORDS);
  for (guint i = 0; i < 58; i++)
    {
      g_autofree char *id = g_strdup_printf ("option-%u", i);
      g_autofree char *number = g_strdup_printf ("1.%u", i);

      mw_case_add_considered (one, id, number, "Vriendschappelijk huisbezoek voor alleenstaanden in de wijk", 9);
    }
  return one;
}

static void
test_phases (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  Meeting meeting;

  begin (&meeting, one, MW_ROOM_BIT (MW_ROOM_QUESTION), 1024, 768);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (meeting.window)), ==, "Meeting: Case 3, The case and its question");
  g_assert_true (shows (&meeting, "1/5 The case and its question"));
  g_assert_true (shows (&meeting, "Case 3"));
  g_assert_true (shows (&meeting, "10 min left"));
  g_assert_true (shows (&meeting, CANARY " question"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_body (&meeting)), GTK_ACCESSIBLE_PROPERTY_LABEL, "1/5 The case and its question");

  press (&meeting, GDK_KEY_Page_Down);
  g_assert_true (shows (&meeting, "2/5 Questions"));
  g_assert_true (shows (&meeting, "15 min left"));
  press (&meeting, GDK_KEY_Page_Up);
  g_assert_true (shows (&meeting, "1/5 The case and its question"));
  press (&meeting, GDK_KEY_Page_Up);
  g_assert_true (shows (&meeting, "1/5 The case and its question"));
  press (&meeting, GDK_KEY_3);
  g_assert_nonnull (find_widget (GTK_WIDGET (meeting.window), MW_TYPE_MEETING_MATRIX));
  g_assert_nonnull (find_by_label (GTK_WIDGET (meeting.window), GTK_TYPE_LABEL,
                                   "Achterblijvers (left-behinds): the place of this case, in the frame"));
  press (&meeting, GDK_KEY_5);
  g_assert_true (shows (&meeting, "What do we decide?"));
  end (&meeting);
}

static void
test_blank (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  Meeting meeting;
  GtkWidget *blank;

  begin (&meeting, one, 0, 1024, 768);
  blank = find_by_label (GTK_WIDGET (meeting.window), GTK_TYPE_BOX, "The room sees a blank wall");
  g_assert_false (gtk_widget_get_mapped (blank));
  press (&meeting, GDK_KEY_b);
  g_assert_true (gtk_widget_get_mapped (blank));
  g_assert_false (gtk_widget_get_mapped (get_body (&meeting)));
  press (&meeting, GDK_KEY_period);
  g_assert_false (gtk_widget_get_mapped (blank));
  /* The remote's next key shows the wall again, not something that nobody saw. */
  press (&meeting, GDK_KEY_b);
  press (&meeting, GDK_KEY_Page_Down);
  g_assert_false (gtk_widget_get_mapped (blank));
  g_assert_cmpint (mw_meeting_window_get_phase (meeting.window), ==, MW_PHASE_CASE);
  end (&meeting);
}

static void
test_escape (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  Meeting meeting;

  begin (&meeting, one, 0, 1024, 768);
  press (&meeting, GDK_KEY_Escape);
  g_assert_true (shows (&meeting, "Escape again ends the meeting"));
  press (&meeting, GDK_KEY_Page_Down);
  g_assert_false (shows (&meeting, "Escape again ends the meeting"));
  g_assert_cmpuint (meeting.n_ended, ==, 0);
  press (&meeting, GDK_KEY_Escape);
  press (&meeting, GDK_KEY_Escape);
  g_assert_cmpuint (meeting.n_ended, ==, 1);
  g_assert_null (meeting.record); /* nothing happened in it */
  mw_meeting_window_end (meeting.window);
  g_assert_cmpuint (meeting.n_ended, ==, 1);
  end (&meeting);

  begin (&meeting, one, 0, 1024, 768);
  press (&meeting, GDK_KEY_5);
  press (&meeting, GDK_KEY_Escape); /* at its end it is not asked about */
  g_assert_cmpuint (meeting.n_ended, ==, 1);
  end (&meeting);
}

static void
test_clock (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  Meeting meeting;

  begin (&meeting, one, 0, 1024, 768);
  mw_meeting_window_skip_minutes (meeting.window, 7);
  g_assert_true (shows (&meeting, "3 min left"));
  g_assert_false (gtk_widget_has_css_class (find_label (GTK_WIDGET (meeting.window), "3 min left"), "warning"));
  mw_meeting_window_skip_minutes (meeting.window, 2);
  g_assert_true (gtk_widget_has_css_class (find_label (GTK_WIDGET (meeting.window), "Last minute"), "warning"));
  mw_meeting_window_skip_minutes (meeting.window, 5);
  g_assert_true (shows (&meeting, "4 min over"));
  press (&meeting, GDK_KEY_Page_Down);
  mw_meeting_window_pause (meeting.window);
  mw_meeting_window_skip_minutes (meeting.window, 60);
  mw_meeting_window_go_to (meeting.window, NULL);
  g_assert_true (shows (&meeting, "15 min left"));
  mw_meeting_window_end (meeting.window);
  g_assert_nonnull (strstr (meeting.record, "1. The case and its question: 14 min (planned: 10)"));
  end (&meeting);
}

static void
check_text_size (GtkWidget *widget, int height)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

      g_assert_true (pango_font_description_get_size_is_absolute (font));
      g_assert_cmpint (pango_font_description_get_size (font) * 25, >=, height * PANGO_SCALE);
    }
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    check_text_size (c, height);
}

static void
check_page_size (Meeting *meeting, gpointer data)
{
  int height = gtk_widget_get_height (GTK_WIDGET (meeting->window));
  GtkWidget *body = get_body (meeting);
  GtkWidget *child = mw_meeting_body_get_child (MW_MEETING_BODY (body));
  int least;

  check_text_size (GTK_WIDGET (meeting->window), height);
  /* Nothing is below the edge. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (body), &least, NULL, NULL, NULL);
  g_test_message ("phase %u page %u", mw_meeting_window_get_phase (meeting->window), mw_meeting_window_get_page (meeting->window));
  g_assert_cmpint (least, <=, gtk_widget_get_height (body));
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, gtk_widget_get_width (body));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (meeting->window)), ==, height);
}

/* Everything there can be on a wall, on the two that projectors have. */
static void
test_text_size (void)
{
  static const int sizes[][2] = { { 1024, 768 }, { 1920, 1080 } };
  g_autoptr (MwCase) one = new_full_case ();

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      Meeting meeting;

      begin (&meeting, one, G_MAXUINT32, sizes[s][0], sizes[s][1]);
      g_assert_cmpuint (go_through (&meeting, check_page_size, NULL), >, 60 / 3);
      end (&meeting);
    }
  for (int height = 480; height <= 4320; height += 120)
    g_assert_cmpint (mw_meeting_window_get_text_size_for (height) * 25, >=, height);
}

static double
get_luminance (const GdkRGBA *colour)
{
  const float parts[] = { colour->red, colour->green, colour->blue };
  double linear[3];

  for (guint p = 0; p < 3; p++)
    linear[p] = parts[p] <= 0.03928f ? (double) parts[p] / 12.92 : pow (((double) parts[p] + 0.055) / 1.055, 2.4);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/* The colour at the window's edge, where nothing else is. */
static void
get_background (Meeting *meeting, GdkRGBA *colour)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (meeting->window));
  GskRenderNode *node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 600);
  cairo_t *cairo = cairo_create (surface);
  const guint8 *pixel;

  while (!node) /* until it was painted */
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      run_for (10);
      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (meeting->window)),
                              gtk_widget_get_height (GTK_WIDGET (meeting->window)));
      node = gtk_snapshot_free_to_node (snapshot);
    }
  gsk_render_node_draw (node, cairo);
  cairo_surface_flush (surface);
  pixel = cairo_image_surface_get_data (surface) + 400 * cairo_image_surface_get_stride (surface) + 4 * 6;
  *colour = (GdkRGBA){ (float) pixel[2] / 255, (float) pixel[1] / 255, (float) pixel[0] / 255, 1 };
  gsk_render_node_unref (node);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

static double
get_opacity (GtkWidget *widget)
{
  double opacity = 1;

  for (; widget; widget = gtk_widget_get_parent (widget))
    opacity *= gtk_widget_get_opacity (widget);
  return opacity;
}

static void
check_contrast (GtkWidget *widget, const GdkRGBA *background)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      GdkRGBA colour;
      double text, behind;

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
      g_assert_cmpfloat (colour.alpha, ==, 1);
      g_assert_cmpfloat (get_opacity (widget), ==, 1);
      text = get_luminance (&colour);
      behind = get_luminance (background);
      g_assert_cmpfloat ((MAX (text, behind) + 0.05) / (MIN (text, behind) + 0.05), >=, 7);
    }
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    check_contrast (c, background);
}

static void
check_page_contrast (Meeting *meeting, gpointer data)
{
  GdkRGBA background;

  get_background (meeting, &background);
  check_contrast (GTK_WIDGET (meeting->window), &background);
}

static void
test_contrast (void)
{
  g_autoptr (MwCase) one = new_canary_case ();

  for (guint dark = 0; dark < 2; dark++)
    {
      Meeting meeting;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      begin (&meeting, one, G_MAXUINT32, 1024, 768);
      mw_meeting_window_skip_minutes (meeting.window, 20); /* the warning, too */
      go_through (&meeting, check_page_contrast, NULL);
      end (&meeting);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* Gathers the words of the long text as the pages have them. */
static void
gather_words (Meeting *meeting, gpointer data)
{
  GString *all = data;

  for (GtkWidget *c = gtk_widget_get_first_child (mw_meeting_body_get_child (MW_MEETING_BODY (get_body (meeting)))); c;
       c = gtk_widget_get_next_sibling (c))
    if (mw_meeting_window_get_phase (meeting->window) == MW_PHASE_CASE && GTK_IS_LABEL (c)
        && strstr (gtk_label_get_label (GTK_LABEL (c)), "woord"))
      {
        g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (c))));
        g_string_append (all, gtk_label_get_label (GTK_LABEL (c)));
        g_string_append_c (all, ' ');
      }
}

/* "…" at the end of a page and at the beginning of the next; between them no word is lost, and none stands there twice. */
static void
test_long_text (void)
{
  g_autoptr (MwCase) one = new_full_case ();
  g_autofree char *expected = new_long_text (LONG_WORDS);
  GString *all = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *found = NULL;
  Meeting meeting;

  begin (&meeting, one, MW_ROOM_BIT (MW_ROOM_WISHES), 1024, 768);
  g_assert_true (shows (&meeting, "Page Down: more ▾"));
  go_through (&meeting, gather_words, all);
  g_assert_nonnull (strstr (all->str, " … … "));
  parts = g_strsplit_set (all->str, " \n", -1);
  g_string_truncate (all, 0);
  for (guint p = 0; parts[p]; p++)
    if (*parts[p] && !g_str_equal (parts[p], "…"))
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", parts[p]);
  found = g_string_free (all, FALSE);
  g_strdelimit (expected, "\n", ' ');
  g_assert_cmpstr (found, ==, expected);
  end (&meeting);
}

static void
test_sixty_options (void)
{
  g_autoptr (MwCase) one = new_full_case ();
  Meeting meeting;

  g_assert_cmpuint (one->considered->len, ==, 60);
  begin (&meeting, one, 0, 1024, 768);
  press (&meeting, GDK_KEY_4);
  g_assert_true (shows (&meeting, "Options 1–2 of 60"));
  for (guint p = 1; p < 30; p++)
    press (&meeting, GDK_KEY_Page_Down);
  g_assert_true (shows (&meeting, "Options 59–60 of 60"));
  end (&meeting);
}

static void
test_move (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  Meeting meeting;

  begin (&meeting, one, 0, 1024, 768);
  press (&meeting, GDK_KEY_3);
  press (&meeting, GDK_KEY_Right);
  press (&meeting, GDK_KEY_Down);
  g_assert_true (shows (&meeting, "This meeting: Buitenstaanders (outsiders)"));
  g_assert_nonnull (find_by_label (GTK_WIDGET (meeting.window), GTK_TYPE_LABEL, "Achterblijvers (left-behinds): the place of this case"));
  g_assert_nonnull (find_by_label (GTK_WIDGET (meeting.window), GTK_TYPE_LABEL, "Buitenstaanders (outsiders): in the frame"));
  mw_meeting_window_end (meeting.window);
  g_assert_nonnull (strstr (meeting.record, "The meeting would place the case at: Buitenstaanders (outsiders)"));
  end (&meeting);
}

static void
enter (Meeting *meeting, const char *name, const char *text)
{
  GtkWidget *entry = find_by_label (GTK_WIDGET (meeting->window), GTK_TYPE_ENTRY, name);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_decision (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  GtkWidget *view;
  Meeting meeting;

  begin (&meeting, one, MW_ROOM_BIT (MW_ROOM_DECISION), 1024, 768);
  press (&meeting, GDK_KEY_5);
  view = find_widget (GTK_WIDGET (meeting.window), GTK_TYPE_TEXT_VIEW);
  g_assert_true (own_text_has (view, CANARY " decision"));
  press (&meeting, GDK_KEY_Return);
  g_assert_true (gtk_widget_has_focus (view));
  /* While typing B is a letter, Ctrl+B a blank wall, and Escape only stops typing. */
  g_assert_false (mw_meeting_window_press (meeting.window, GDK_KEY_b, 0));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Bezoek. ", -1);
  g_assert_true (strstr (meeting.decision, "Bezoek. ") != NULL);
  press (&meeting, GDK_KEY_Escape);
  g_assert_false (gtk_widget_has_focus (view));
  g_assert_cmpuint (meeting.n_ended, ==, 0);
  g_assert_true (mw_meeting_window_press (meeting.window, GDK_KEY_b, GDK_CONTROL_MASK));
  press (&meeting, GDK_KEY_b);

  press (&meeting, GDK_KEY_Page_Down);
  press (&meeting, GDK_KEY_Return);
  enter (&meeting, "What is done", "Bellen met de zus");
  enter (&meeting, "Who does it", "Anna");
  enter (&meeting, "When, as 3-12", "32-13");
  g_assert_true (shows (&meeting, "Write the day as 3-12, or leave it empty."));
  g_assert_cmpuint (meeting.actions->len, ==, 0);
  enter (&meeting, "When, as 3-12", "");
  g_assert_cmpstr (g_ptr_array_index (meeting.actions, 0), ==, "Bellen met de zus, Anna, 0");
  g_assert_true (shows (&meeting, "– Bellen met de zus (Anna)"));
  gtk_editable_set_text (GTK_EDITABLE (find_by_label (GTK_WIDGET (meeting.window), GTK_TYPE_ENTRY, "What is done")), "Nog niet bevestigd");
  mw_meeting_window_end (meeting.window);
  g_assert_cmpuint (meeting.actions->len, ==, 2); /* nothing is lost */
  g_assert_nonnull (strstr (meeting.record, "Decision: "));
  g_assert_nonnull (strstr (meeting.record, "Action: Bellen met de zus (Anna)"));
  end (&meeting);
}

static void
assert_day (const char *text, guint day, guint month, guint year)
{
  GDate date;
  guint32 today, read;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 25, 11, 2026);
  today = g_date_get_julian (&date);
  g_assert_cmpint (mw_meeting_decision_read_day (text, today, &read), ==, year > 0);
  if (year == 0)
    return;
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_assert_cmpuint (read, ==, g_date_get_julian (&date));
}

static void
test_day (void)
{
  guint32 day = 1;

  assert_day ("3-12", 3, 12, 2026);
  assert_day (" 3/1 ", 3, 1, 2027);
  assert_day ("3-1-2030", 3, 1, 2030);
  assert_day ("3-1-30", 3, 1, 2030);
  assert_day ("29-2", 0, 0, 0);
  assert_day ("3", 0, 0, 0);
  assert_day ("3-12x", 0, 0, 0);
  assert_day ("morgen", 0, 0, 0);
  g_assert_true (mw_meeting_decision_read_day ("", 2460000, &day));
  g_assert_cmpuint (day, ==, 0);
}

static void
check_no_canary (Meeting *meeting, gpointer data)
{
  g_assert_false (holds (GTK_WIDGET (meeting->window), CANARY));
}

static void
look_for_canary (Meeting *meeting, gpointer data)
{
  *(gboolean *) data |= holds (GTK_WIDGET (meeting->window), CANARY);
}

/* Nothing that is not allowed reaches any widget, title, tooltip or name; what is allowed does, so that the test can fail. */
static void
test_canary (void)
{
  g_autoptr (MwCase) one = new_canary_case ();
  Meeting meeting;

  begin (&meeting, one, 0, 1024, 768);
  go_through (&meeting, check_no_canary, NULL);
  mw_meeting_window_end (meeting.window);
  g_assert_null (meeting.record);
  end (&meeting);

  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    if (f != MW_ROOM_AGE && f != MW_ROOM_SCORES && f != MW_ROOM_REFERRALS) /* no texts */
      {
        gboolean found = FALSE;

        begin (&meeting, one, MW_ROOM_BIT (f), 1024, 768);
        go_through (&meeting, look_for_canary, &found);
        g_assert_true (found);
        /* And what was allowed goes with it. */
        mw_meeting_window_set_view (meeting.window, mw_room_view_new (one, 3, 0));
        press (&meeting, GDK_KEY_1);
        go_through (&meeting, check_no_canary, NULL);
        end (&meeting);
      }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  {
    g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

    gtk_css_provider_load_from_resource (provider, "/io/github/maatwerk/Maatwerk/style.css");
    gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  }
  g_test_add_func ("/meeting/phases", test_phases);
  g_test_add_func ("/meeting/blank", test_blank);
  g_test_add_func ("/meeting/escape", test_escape);
  g_test_add_func ("/meeting/clock", test_clock);
  g_test_add_func ("/meeting/text-size", test_text_size);
  g_test_add_func ("/meeting/contrast", test_contrast);
  g_test_add_func ("/meeting/long-text", test_long_text);
  g_test_add_func ("/meeting/sixty-options", test_sixty_options);
  g_test_add_func ("/meeting/move", test_move);
  g_test_add_func ("/meeting/decision", test_decision);
  g_test_add_func ("/meeting/day", test_day);
  g_test_add_func ("/meeting/canary", test_canary);

  return g_test_run ();
}
