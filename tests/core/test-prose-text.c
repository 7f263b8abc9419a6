/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-prose-text.h"

/* The blocks as one line: "p" or "item", the text, and what is marked in it between brackets. */
static char *
dup_words (GPtrArray *blocks)
{
  static const char *const kinds[] = { "reference", "link", "organisation" };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MwBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (words, "%s%s:%s", i > 0 ? "|" : "", block->kind == MW_BLOCK_ITEM ? "item" : "p", block->text);
      for (guint s = 0; s < block->spans->len; s++)
        {
          const MwSpan *span = &g_array_index (block->spans, MwSpan, s);

          g_string_append_printf (words, "[%s %.*s%s%s]", kinds[span->kind], (int) (span->stop - span->start),
                                  block->text + span->start, span->href ? " " : "", span->href ? span->href : "");
        }
    }

  return g_string_free (words, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
  const char *again; /* as it is shown to be changed */
} Case;

static const Case cases[] = {
  { "empty", "", "", "" },
  { "blank", " \n\n\t\n", "", "" },
  { "one", "Samen eten.", "p:Samen eten.", "Samen eten." },
  { "line-breaks", "Samen\n  eten  en\tpraten.\n", "p:Samen eten en praten.", "Samen eten en praten." },
  { "paragraphs", "Een.\n\n\nTwee.", "p:Een.|p:Twee.", "Een.\n\nTwee." },
  { "list", "- een\n- twee", "item:een|item:twee", "- een\n- twee" },
  { "bullets", "• een\n* twee", "item:een|item:twee", "- een\n- twee" },
  { "mixed", "Eerst:\n- een\n  gaat door\n- twee\n\nDaarna.", "p:Eerst:|item:een gaat door|item:twee|p:Daarna.",
    "Eerst:\n\n- een gaat door\n- twee\n\nDaarna." },
  { "no-list", "-een - twee", "p:-een - twee", "-een - twee" },
  { "windows", "Een.\r\n\r\nTwee.", "p:Een.|p:Twee.", "Een.\n\nTwee." },
  { "not-for-xml", "Een\x01\x0b twee\xef\xbf\xbf.", "p:Een twee.", "Een twee." },
  { "no-utf8", "Een\xff.", "p:Een\xef\xbf\xbd.", "Een\xef\xbf\xbd." },
  { "address", "Zie https://a.example/x?y=1, of (http://b.example).",
    "p:Zie https://a.example/x?y=1, of (http://b.example).[link https://a.example/x?y=1 https://a.example/x?y=1]"
    "[link http://b.example http://b.example]",
    "Zie https://a.example/x?y=1, of (http://b.example)." },
  { "no-address", "http is geen adres, https:// ook niet", "p:http is geen adres, https:// ook niet",
    "http is geen adres, https:// ook niet" },
};

static void
test_text (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GPtrArray) blocks = mw_prose_text_parse (one->text, NULL);
  g_autofree char *words = dup_words (blocks);
  g_autofree char *again = mw_prose_text_dup (blocks);
  g_autoptr (GPtrArray) blocks_again = mw_prose_text_parse (again, NULL);
  g_autofree char *words_again = dup_words (blocks_again);

  g_assert_cmpstr (words, ==, one->words);
  g_assert_cmpstr (again, ==, one->again);
  g_assert_cmpstr (words_again, ==, words);
}

static GPtrArray *
new_marked (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_block_free);
  MwBlock *first = mw_block_new (MW_BLOCK_PARAGRAPH);
  MwBlock *second = mw_block_new (MW_BLOCK_ITEM);

  first->text = g_strdup ("Van De Linde en de site.");
  mw_block_add_span (first, MW_SPAN_ORGANISATION, 4, 12, NULL);
  mw_block_add_span (first, MW_SPAN_LINK, 19, 23, "https://linde.example");
  second->text = g_strdup ("Handboek");
  mw_block_add_span (second, MW_SPAN_REFERENCE, 0, 8, NULL);
  g_ptr_array_add (blocks, first);
  g_ptr_array_add (blocks, second);

  return blocks;
}

static const struct
{
  const char *name;
  const char *text;
  const char *words;
} changes[] = {
  { "untouched", "Van De Linde en de site.\n\n- Handboek",
    "p:Van De Linde en de site.[organisation De Linde][link site https://linde.example]|item:Handboek[reference Handboek]" },
  { "moved", "- Handboek\n\nVan De Linde en de site.",
    "item:Handboek[reference Handboek]|p:Van De Linde en de site.[organisation De Linde][link site https://linde.example]" },
  { "changed", "De site is van De Linde.\n\n- Het Handboek",
    "p:De site is van De Linde.[link site https://linde.example][organisation De Linde]|item:Het Handboek[reference Handboek]" },
  { "one-gone", "Van de site.", "p:Van de site.[link site https://linde.example]" },
  { "gone", "Iets anders.", "p:Iets anders." },
};

static void
test_marked (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) before = new_marked ();
  g_autoptr (GPtrArray) blocks = mw_prose_text_parse (changes[number].text, before);
  g_autofree char *words = dup_words (blocks);

  g_assert_cmpstr (words, ==, changes[number].words);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/prose-text/text/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/prose-text/marked/%s", changes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_marked);
    }

  return g_test_run ();
}
