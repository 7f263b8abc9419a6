/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-meeting: a meeting on a wall of 1024 by 768 about a case with long texts and 60 options; goes from phase to phase and page to
 * page, and prints in milliseconds how long it took from each key until what it asks for was painted. */
#include "config.h"

#include <adwaita.h>

#include "mw-meeting-window-private.h"

#define N_ROUNDS 5
#define N_OPTIONS 60
#define N_WORDS 20000

static gint64 pressed; /* 0: painted */

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  if (!pressed)
    return;

  g_print ("phase %.3f\n", (double) (g_get_monotonic_time () - pressed) / 1e3);
  pressed = 0;
}

static gboolean
set (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, set, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
press (MwMeetingWindow *window, guint key)
{
  pressed = g_get_monotonic_time ();
  mw_meeting_window_press (window, key, 0);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (pressed)
    g_main_context_iteration (NULL, TRUE);
  wait (50);
}

static void
fill (char **text, guint n_words)
{
  GString *words = g_string_new (NULL);

  for (guint w = 0; w < n_words; w++)
    g_string_append_printf (words, "woord%u ", w);
  g_free (*text);
  *text = g_string_free (words, FALSE);
}

static MwCase *
new_case (void)
{
  MwCase *one = mw_case_new ();
  MwAnswers answers = { MW_PERSISTENCE_SITUATIONAL, MW_ORIENTATION_ORIENTED, MW_COMPETENCES_LIMITED, MW_STRATEGY_UNANSWERED };

  mw_case_add_assessment (one, 1, &answers, MW_CERTAINTY_SURE, "");
  fill (&one->choice.question, 100);
  fill (&one->wishes, N_WORDS);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    fill (&one->domains[d], N_WORDS / 10);
  for (guint i = 0; i < N_OPTIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("option-%u", i);
      MwConsidered *option;

      mw_case_add_considered (one, id, "1.4", "Bezoekdienst weduwen en weduwnaars", 5);
      option = mw_case_find_considered (one, id);
      for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
        fill (&option->appraisals[k], 100);
    }
  return one;
}

int
main (int argc, char *argv[])
{
  static const guint minutes[MW_N_PHASES] = { 10, 15, 10, 10, 10 };
  g_autoptr (MwCase) one = new_case ();
  MwMeetingWindow *window;

  adw_init ();
  window = mw_meeting_window_new (minutes);
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
  mw_meeting_window_set_view (window, mw_room_view_new (one, 3, G_MAXUINT32));
  mw_meeting_window_go_to (window, NULL);
  wait (500);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (on_painted), NULL);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint p = 0; p < MW_N_PHASES; p++)
      {
        press (window, GDK_KEY_1 + p);
        press (window, GDK_KEY_Page_Down);
        press (window, GDK_KEY_Page_Down);
      }
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
