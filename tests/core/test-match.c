/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mw-match.h"

/* @expected: what is found, each in brackets */
static void
assert_found (const char *text, const char *search, const char *expected)
{
  g_autoptr (GArray) matches = mw_match_find (text, search, G_MAXUINT);
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = matches->len; i > 0; i--)
    {
      MwMatch *match = &g_array_index (matches, MwMatch, i - 1);

      g_string_insert_c (marked, (gssize) match->end, ']');
      g_string_insert_c (marked, (gssize) match->start, '[');
    }
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_words (void)
{
  assert_found ("In de tuin. De Tuinstoel, moestuin", "tuin", "In de [tuin]. De [Tuinstoel], moestuin");
  assert_found ("tui", "tuin", "tui");
  assert_found ("Meneer in de tuin", "TUIN men", "[Meneer] in de [tuin]");
  assert_found ("e-mail", "e-mail", "[e]-[mail]");
  assert_found ("75 jaar", "75", "[75] jaar");
  assert_found ("tuin", "", "tuin");
  assert_found ("tuin", NULL, "tuin");
  assert_found ("tuin", " ’ ", "tuin");
  assert_found ("", "tuin", "");
}

static void
test_accents (void)
{
  assert_found ("Eén café, CAFÉ", "een cafe", "[Eén] [café], [CAFÉ]");
  assert_found ("cafe", "CAFÉ", "[cafe]");
  assert_found ("cafe\xcc\x81s caf", "cafes", "[cafe\xcc\x81s] caf"); /* a letter and its accent apart */
  assert_found ("cafe\xcc\x81", "cafe", "[cafe\xcc\x81]");
  assert_found ("Straße", "strasse", "[Straße]");
  assert_found ("coördinator", "coor", "[coördinator]");
  assert_found ("coördinator", "coora", "coördinator");
  assert_found ("ﬁets", "fiets", "[ﬁets]");
  assert_found ("Ёлка", "елк", "[Ёлка]");
}

static void
test_excerpt (void)
{
  g_autofree char *long_text = g_strnfill (200, 'a');
  g_autofree char *text = g_strconcat ("Eerste regel\n", long_text, " wandelt graag ", long_text, "\nlaatste", NULL);
  g_autofree char *whole = mw_match_dup_excerpt ("Eerste\nzij wandelt graag\nlaatste", "wand");
  g_autofree char *cut = mw_match_dup_excerpt (text, "wand");
  g_autofree char *none = mw_match_dup_excerpt (text, "fiets");

  g_assert_cmpstr (whole, ==, "zij wandelt graag");
  g_assert_true (g_str_has_prefix (cut, "…a") && g_str_has_suffix (cut, "a…") && strstr (cut, " wandelt graag "));
  g_assert_cmpint (g_utf8_strlen (cut, -1), <, 120);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/words", test_words);
  g_test_add_func ("/match/accents", test_accents);
  g_test_add_func ("/match/excerpt", test_excerpt);
  return g_test_run ();
}
