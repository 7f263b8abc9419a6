/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What narrows the list, as a sentence, in both languages. */
#include "config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "mw-browser-query.h"
#include "mw-filter-line.h"
#include "mw-filter-phrases.h"
#include "mw-filter-sentence.h"
#include "mw-words.h"

/* glibc keeps translations until this changes. */
extern int _nl_msg_cat_cntr;

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  _nl_msg_cat_cntr++;
}

typedef struct
{
  const char *filters; /* with spaces between */
  MwProfileSet candidates; /* 0: the wizard narrows nothing */
  const char *dutch;
  const char *english;
} Case;

static const Case cases[] = {
  { "", 0, NULL, NULL },
  { "audience:widowed form:home-visit", MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS),
    "Passend bij Achterblijvers, voor weduwen en weduwnaars, thuis.",
    "Fits Achterblijvers (left-behinds), for widows and widowers, at home." },
  { "", MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS) | MW_PROFILE_SET_OF (MW_PROFILE_AFHANKELIJKEN),
    "Passend bij Achterblijvers of Afhankelijken.",
    "Fits Achterblijvers (left-behinds) or Afhankelijken (dependents)." },
  { "form:online", MW_PROFILE_SET_ALL & ~MW_PROFILE_SET_OF (MW_PROFILE_ACTIEVEN),
    "Passend bij 7 van de 8 profielen, online.",
    "Fits 7 of the 8 profiles, online." },
  { "profile:actieven", MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS),
    "Passend bij Achterblijvers, ook passend bij Actieven.",
    "Fits Achterblijvers (left-behinds), also fits Actieven (actives)." },
  { "profile:actieven profile:hoopvollen form:group", 0,
    "Passend bij Actieven of Hoopvollen, in een groep.",
    "Fits Actieven (actives) or Hoopvollen (hopefuls), in a group." },
  { "form:home-visit form:telephone duration:up-to-3-months intensity:weekly intensity:fortnightly", 0,
    "Thuis of per telefoon, met een duur tot 3 maanden, wekelijks of om de twee weken.",
    "At home or by telephone, lasting up to 3 months, weekly or every two weeks." },
  /* Commas within a facet would blend into those between facets. */
  { "audience:women audience:men audience:older form:home-visit costs:free", 0,
    "Voor ouderen, voor vrouwen of voor mannen; thuis; gratis.",
    "For older people, for women or for men; at home; free of charge." },
  { "form:group",
    MW_PROFILE_SET_OF (MW_PROFILE_ACTIEVEN) | MW_PROFILE_SET_OF (MW_PROFILE_GEBORGENEN)
      | MW_PROFILE_SET_OF (MW_PROFILE_OVERLEVERS),
    "Passend bij Actieven, Geborgenen of Overlevers; in een groep.",
    "Fits Actieven (actives), Geborgenen (sheltered) or Overlevers (survivors); in a group." },
  { "evidence:effect loneliness:decreased loneliness:unchanged performed-by:volunteer", 0,
    "Door vrijwilligers, met effectonderzoek, minder eenzaamheid gevonden of geen effect op eenzaamheid gevonden.",
    "By volunteers, with an effect study, less loneliness found or no effect on loneliness found." },
  { "row:situational group:local described:practice-example training:required costs:not-stated", 0,
    "Bij situationeel isolement, zonder vermelding van de kosten, met een verplichte training, beschreven als "
    "praktijkvoorbeeld, van onszelf.",
    "For situational isolation, without stated costs, with required training, described as a practice example, of our own." },
};

static MwQuery *
new_query (const Case *test)
{
  MwQuery *query = mw_query_new ();
  g_auto (GStrv) filters = g_strsplit (test->filters, " ", -1);

  mw_query_set_filters (query, (const char *const *) filters);
  if (test->candidates)
    query->candidates = test->candidates;

  return query;
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MwQuery) query = new_query (&cases[i]);
      g_autofree char *dutch = NULL;
      g_autofree char *english = NULL;

      speak ("nl");
      dutch = mw_filter_sentence_dup (query);
      g_assert_cmpstr (dutch, ==, cases[i].dutch);
      speak ("en");
      english = mw_filter_sentence_dup (query);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

/* A value without words would be a filter that nobody sees; and they fit in the middle of a sentence. */
static void
assert_phrases (void)
{
  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      {
        const char *phrase = mw_filter_phrases_get (f, v);

        if (f == MW_FACET_PROFILE)
          {
            g_assert_null (phrase);
            continue;
          }
        g_assert_nonnull (phrase);
        g_assert_true (g_unichar_islower (g_utf8_get_char (phrase)));
        g_assert_false (g_str_has_suffix (phrase, "."));
        g_assert_null (strchr (phrase, ','));
      }
}

static void
test_phrases (void)
{
  speak ("nl");
  assert_phrases ();
  speak ("en");
  assert_phrases ();
}

/* Every filter by itself is in the sentence, as a part that drops just that. */
static void
test_parts (void)
{
  speak ("en");
  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      {
        g_autoptr (MwQuery) query = mw_query_new ();
        g_autoptr (GPtrArray) parts = NULL;
        MwFilterPart *part;

        query->filters[f] = 1u << v;
        parts = mw_filter_sentence_get_parts (query);
        g_assert_cmpuint (parts->len, ==, 1);
        part = g_ptr_array_index (parts, 0);
        g_assert_cmpuint (part->constraint, ==, f);
        g_assert_cmpuint (part->value, ==, v);
        g_assert_cmpint (part->join, ==, MW_FILTER_JOIN_END);
      }
}

static void
test_everything_at_once (void)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *sentence = NULL;
  guint n_values = 0;

  for (guint f = 0; f < MW_N_FACETS; f++)
    {
      query->filters[f] = (1u << mw_facet_get_n_values (f)) - 1;
      n_values += mw_facet_get_n_values (f);
    }
  query->candidates = MW_PROFILE_SET_OF (MW_PROFILE_OVERLEVERS);
  parts = mw_filter_sentence_get_parts (query);
  sentence = mw_filter_sentence_dup (query);
  g_assert_cmpuint (parts->len, ==, n_values + 1);
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_true (g_str_has_suffix (sentence, "."));
  for (guint i = 0; i < parts->len; i++)
    {
      MwFilterPart *part = g_ptr_array_index (parts, i);
      MwFilterPart *next = i + 1 < parts->len ? g_ptr_array_index (parts, i + 1) : NULL;

      g_assert_cmpint (part->join == MW_FILTER_JOIN_END, ==, next == NULL);
      g_assert_cmpint (part->join == MW_FILTER_JOIN_SEMICOLON, ==, next && part->constraint != next->constraint);
    }
}

/* A label that is no name of a button. */
static void
assert_is_word (GtkWidget *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  g_assert_cmpstr (text, !=, "");
  for (const char *c = text; *c; c = g_utf8_next_char (c))
    g_assert_true (g_unichar_isalpha (g_utf8_get_char (c)));
}

static guint
count_chips (GtkWidget *line)
{
  guint n_chips = 0;

  for (GtkWidget *unit = gtk_widget_get_first_child (line); unit; unit = gtk_widget_get_next_sibling (unit))
    for (GtkWidget *c = GTK_IS_BOX (unit) ? gtk_widget_get_first_child (unit) : NULL; c; c = gtk_widget_get_next_sibling (c))
      {
        if (GTK_IS_LABEL (c))
          assert_is_word (c);
        else
          n_chips++;
      }

  return n_chips;
}

/* Nothing but words stands between the buttons, and nothing after the last; who does not see them is told the whole sentence. */
static void
assert_line (const Case *test, const char *sentence)
{
  g_autoptr (MwQuery) query = new_query (test);
  g_autoptr (GPtrArray) parts = mw_filter_sentence_get_parts (query);
  GtkWidget *line = g_object_ref_sink (g_object_new (MW_TYPE_FILTER_LINE, NULL));
  MwFilterPart *last = parts->len > 0 ? g_ptr_array_index (parts, parts->len - 1) : NULL;

  mw_filter_line_show (MW_FILTER_LINE (line), query);
  g_assert_cmpint (gtk_widget_get_visible (line), ==, sentence != NULL);
  g_assert_cmpuint (count_chips (line), ==, parts->len);
  if (last)
    {
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
      g_assert_null (mw_filter_sentence_get_link (last, NULL));
    }
  g_object_unref (line);
}

static void
test_line (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      speak ("nl");
      assert_line (&cases[i], cases[i].dutch);
      speak ("en");
      assert_line (&cases[i], cases[i].english);
    }
}

/* "or" between all values of a facet, and nothing between facets. */
static void
test_links (void)
{
  static const Case women_men_older = { "audience:women audience:men audience:older form:home-visit", 0, NULL, NULL };
  static const char *const links[] = { "of", "of", NULL, NULL };
  g_autoptr (MwQuery) query = new_query (&women_men_older);
  g_autoptr (GPtrArray) parts = mw_filter_sentence_get_parts (query);

  speak ("nl");
  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (links));
  for (guint i = 0; i < parts->len; i++)
    g_assert_cmpstr (mw_filter_sentence_get_link (parts->pdata[i], i + 1 < parts->len ? parts->pdata[i + 1] : NULL), ==, links[i]);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MW_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_func ("/filter-sentence/sentences", test_sentences);
  g_test_add_func ("/filter-sentence/phrases", test_phrases);
  g_test_add_func ("/filter-sentence/parts", test_parts);
  g_test_add_func ("/filter-sentence/everything", test_everything_at_once);
  g_test_add_func ("/filter-sentence/line", test_line);
  g_test_add_func ("/filter-sentence/links", test_links);

  return g_test_run ();
}
