/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-words.h"

/* Words that are put together. */

static void
test_join (void)
{
  static const struct
  {
    const char *words[4];
    const char *joined;
  } lists[] = {
    { { NULL }, "" },
    { { "Every week" }, "Every week" },
    { { "Every two weeks", "Every month", "Varies" }, "Every two weeks, every month, varies" },
    { { "Volunteer", "LGBT group", "Één keer" }, "Volunteer, LGBT group, één keer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *joined = mw_words_join ((char **) lists[i].words);

      g_assert_cmpstr (joined, ==, lists[i].joined);
    }
}

static void
test_join_or (void)
{
  const char *two[] = { "A", "B", NULL };
  g_auto (GStrv) words = g_strdupv ((char **) two);
  g_autofree char *joined = mw_words_join_or (words);

  g_assert_cmpstr (joined, ==, "A or B");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/join", test_join);
  g_test_add_func ("/words/join-or", test_join_or);
  return g_test_run ();
}
