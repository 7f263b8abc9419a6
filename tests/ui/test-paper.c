/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in pages: what stands where, and what comes out of the PDF. */
#include "config.h"

#include <gtk/gtk.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "mw-paper-pdf.h"
#include "mw-paper-print.h"
#include "mw-paper-words.h"
#include "mw-pdf-language.h"
#include "paper-fixture.h"

/* So many pages, each of another make. */
#define N_ROUNDS 30

static char *
dup_words (GRand *random, guint n_words)
{
  static const char *const words[] = { "de", "merel", "zingt", "eenzaamheid", "in", "linde", "op", "ouderenadviseur", "dag", "koffie" };
  GString *text = g_string_new ("Zo");

  for (guint w = 0; w < n_words; w++)
    g_string_append_printf (text, " %s%s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], w % 9 == 8 ? "," : "");

  return g_string_free (text, FALSE);
}

static void
add_random_row (MwPaper *paper, GRand *random)
{
  MwPaperBlock *block = mw_paper_add_row (paper, MW_PAPER_TABLE_ROW, 3);

  for (guint c = 0; c < 3; c++)
    {
      g_autofree char *text = dup_words (random, (guint) g_rand_int_range (random, 0, 90));

      mw_paper_block_add (block, c, text);
    }
}

static void
add_random_block (MwPaper *paper, GRand *random)
{
  g_autofree char *text = dup_words (random, (guint) g_rand_int_range (random, 0, 250));
  g_autofree char *few = dup_words (random, (guint) g_rand_int_range (random, 0, 25));

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      mw_paper_add (paper, MW_PAPER_HEADING, few);
      break;
    case 1:
      mw_paper_add (paper, MW_PAPER_SUBHEADING, few);
      break;
    case 2:
      mw_paper_add_said (paper, few, text);
      break;
    case 3:
      mw_paper_add (paper, MW_PAPER_NOTE, text);
      break;
    case 4:
      mw_paper_add (paper, MW_PAPER_ITEM, few);
      break;
    case 5:
      mw_paper_block_add (mw_paper_add_row (paper, MW_PAPER_TABLE_HEAD, 3), 1, "Kop");
      for (guint r = 0; r < 5; r++)
        add_random_row (paper, random);
      break;
    default:
      mw_paper_add (paper, MW_PAPER_PARAGRAPH, text);
      break;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2012);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (MwPaper) paper = mw_paper_new ("Toeval");
      g_autoptr (MwPaperPages) pages = NULL;

      for (guint b = 0; b < 40; b++)
        add_random_block (paper, random);
      mw_paper_add (paper, MW_PAPER_PARAGRAPH, "Einde.");
      pages = mw_paper_pages_new (paper, PAPER_WIDTH, PAPER_HEIGHT);
      g_assert_cmpuint (mw_paper_pages_get_n (pages), >, 1);
      paper_check_pages (pages);
      if (round % 10 == 0)
        paper_assert_whole (paper);
    }
}

/* A paragraph that is as long as several pages; words that are wider than a page. */
static void
test_very_long (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (MwPaper) paper = mw_paper_new ("Lang");
  g_autofree char *text = dup_words (random, 9000);
  g_autofree char *address = g_strnfill (1500, 'w');
  g_autoptr (MwPaperPages) pages = NULL;

  mw_paper_add (paper, MW_PAPER_TITLE, "Lang");
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, address);
  mw_paper_add_said (paper, "Veld", text);
  pages = mw_paper_pages_new (paper, PAPER_WIDTH, PAPER_HEIGHT);
  g_assert_cmpuint (mw_paper_pages_get_n (pages), >, 5);
  paper_check_pages (pages);
  paper_assert_whole (paper);
}

/* A heading that is longer than a page, and one at the very end, still come out. */
static void
test_odd (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autofree char *text = dup_words (random, 1500);
  g_autoptr (MwPaper) paper = mw_paper_new ("Vreemd");
  g_autoptr (MwPaper) empty = mw_paper_new ("Leeg");
  g_autoptr (MwPaperPages) none = mw_paper_pages_new (empty, PAPER_WIDTH, PAPER_HEIGHT);

  g_assert_cmpuint (mw_paper_pages_get_n (none), ==, 1);
  mw_paper_add (paper, MW_PAPER_HEADING, text);
  mw_paper_add (paper, MW_PAPER_HEADING, text);
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, "geen UTF-8: \xff\xfe, en een \t tab");
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, " \n\t\n");
  mw_paper_add (paper, MW_PAPER_HEADING, "Slot");
  paper_assert_whole (paper);
}

static void
test_feet (void)
{
  g_autoptr (MwPaper) paper = mw_paper_new ("Voeten");
  g_autofree char *path = paper_new_path ();
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  g_free (paper->footer);
  paper->footer = g_strdup ("Onder elke bladzijde");
  for (guint i = 0; i < 120; i++)
    mw_paper_add (paper, MW_PAPER_PARAGRAPH, "Een regel.");
  g_assert_true (paper_save (paper, path, NULL));
  text = paper_ask ("pdftotext", "-layout", path, "-");
  paper_remove (path);
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1; /* each ends with a mark */
  g_assert_cmpuint (n_pages, >, 2);
  for (guint p = 0; p < n_pages; p++)
    {
      g_autofree char *number = g_strdup_printf ("%u of %u", p + 1, n_pages);

      g_assert_nonnull (strstr (pages[p], number));
      g_assert_nonnull (strstr (pages[p], "Onder elke bladzijde"));
    }
}

static MwPaper *
new_sample (void)
{
  MwPaper *paper = mw_paper_new ("Een titel, met (haakjes)");

  paper->language = MW_LANGUAGE_NL;
  mw_paper_add (paper, MW_PAPER_TITLE, "Een titel");
  mw_paper_add (paper, MW_PAPER_HEADING, "Kop");
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, "Tekst met ◆ en ≠ en é.");
  mw_paper_add (paper, MW_PAPER_ITEM, "een");
  mw_paper_add (paper, MW_PAPER_ITEM, "twee");
  mw_paper_block_add_markup (mw_paper_add_fact (paper, "Zie"), 1,
                             "<b>vet</b> en <i>schuin</i> en <a href=\"https://example.org/a'b\">example.org</a>\n• een &amp; twee");
  mw_paper_block_add (mw_paper_add_row (paper, MW_PAPER_TABLE_ROW, 3), 2, "cel");

  return paper;
}

/* What other programs find in the file. */
static void
test_pdf (void)
{
  g_autoptr (MwPaper) paper = new_sample ();
  g_autofree char *path = paper_new_path ();
  g_autofree char *information = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *addresses = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (paper_save (paper, path, NULL));
  information = paper_ask ("pdfinfo", "-isodates", path, NULL);
  structure = paper_ask ("pdfinfo", "-struct-text", path, NULL);
  addresses = paper_ask ("pdfinfo", "-url", path, NULL);
  fonts = paper_ask ("pdffonts", path, NULL, NULL);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  paper_remove (path);

  g_assert_nonnull (strstr (information, "Een titel, met (haakjes)"));
  g_assert_nonnull (strstr (information, "Tagged:          yes"));
  g_assert_nonnull (strstr (information, "(A4)"));
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_nonnull (strstr (structure, "H2"));
  g_assert_nonnull (strstr (structure, "LI"));
  g_assert_nonnull (strstr (structure, "Table"));
  g_assert_nonnull (strstr (structure, "\"Kop\""));
  g_assert_nonnull (strstr (addresses, "https://example.org/a'b"));
  g_assert_nonnull (memmem (contents, length, "/Lang (nl)", 10));
  /* The columns are name, type, encoding, emb, sub, uni, object. */
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint l = 2; lines[l]; l++)
    g_assert_true (g_regex_match_simple ("yes yes yes +\\d+ +0$", lines[l], 0, 0));
}

/* What is no PDF of cairo is left alone. */
static void
test_language (void)
{
  static const char *const none[] = { "", "%PDF-1.5", "\ntrailer\n", "\ntrailer\n<< /Size 3 /Root 2 0 R >>\nstartxref\n17\n%%EOF\n",
                                      "\n2 0 obj\n<< /Type /Page\n>>\nendobj\ntrailer\n<< /Size 3\n /Root 2 0 R >>\nstartxref\n17\n" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) none[i], (guint) strlen (none[i]));
      g_assert_false (mw_pdf_language_set (bytes, "nl"));
      g_assert_cmpmem (bytes->data, bytes->len, none[i], strlen (none[i]));
    }
}

/* It is made and written elsewhere: what stood there before stays until the new one is whole. */
static void
test_replace (void)
{
  g_autoptr (MwPaper) paper = new_sample ();
  g_autofree char *path = paper_new_path ();
  struct stat info;

  paper->secret = TRUE;
  g_assert_true (g_file_set_contents (path, "een ander", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0666), ==, 0);
  g_assert_true (paper_save (paper, path, NULL));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, >, 1000);
  paper_remove (path);
}

/* A disk that takes no more; what was there before is as it was. */
static void
test_full_disk (void)
{
  g_autoptr (MwPaper) paper = new_sample ();
  g_autofree char *path = paper_new_path ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (path, "een ander", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (paper_save (paper, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "een ander");
  paper_remove (path); /* and nothing lies beside it */
}

static void
test_failures (void)
{
  static const char *const places[] = { "/nowhere/x.pdf", "/proc/self/x.pdf", "/dev/full", "/" };
  static const struct
  {
    GQuark (*domain) (void);
    int code;
    const char *beginning;
  } words[] = {
    { g_file_error_quark, G_FILE_ERROR_NOSPC, "Not saved: there is no room" },
    { g_io_error_quark, G_IO_ERROR_NO_SPACE, "Not saved: there is no room" },
    { g_file_error_quark, G_FILE_ERROR_ACCES, "Not saved: you may not write there" },
    { g_file_error_quark, G_FILE_ERROR_ROFS, "Not saved: you may not write there" },
    { gtk_print_error_quark, GTK_PRINT_ERROR_GENERAL, "Not printed:" },
    { g_io_error_quark, G_IO_ERROR_FAILED, "Not saved or printed:" },
  };
  g_autoptr (MwPaper) paper = new_sample ();

  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (paper_save (paper, places[p], &error));
      g_assert_nonnull (error);
    }
  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autoptr (GError) error = g_error_new_literal (words[w].domain (), words[w].code, "");
      g_autofree char *said = mw_paper_words_dup_failure (error);

      g_assert_true (g_str_has_prefix (said, words[w].beginning));
      g_assert_nonnull (strstr (said, "safe"));
    }
}

static void
test_file_name (void)
{
  static const char *const names[][2] = {
    { "Telefooncirkel", "Telefooncirkel.pdf" }, { "a/b\\c:d", "a b c d.pdf" }, { "..", "Maatwerk.pdf" },
    { "", "Maatwerk.pdf" },                     { " \n ", "Maatwerk.pdf" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *name = mw_paper_words_dup_file_name (names[n][0]);

      g_assert_cmpstr (name, ==, names[n][1]);
    }
}

/* What goes to a printer is laid out as in the file. */
static void
test_print (void)
{
  g_autoptr (MwPaper) paper = new_sample ();
  g_autofree char *path = paper_new_path ();
  g_autoptr (GtkPrintOperation) operation = mw_paper_print_new_operation (paper);
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *saved = paper_dup_printed (paper);
  g_autofree char *squeezed = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  printed = paper_ask ("pdftotext", "-raw", path, "-");
  paper_remove (path);
  squeezed = paper_squeeze (printed);
  g_assert_cmpstr (squeezed, ==, saved);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/random", test_random);
  g_test_add_func ("/paper/very-long", test_very_long);
  g_test_add_func ("/paper/odd", test_odd);
  g_test_add_func ("/paper/feet", test_feet);
  g_test_add_func ("/paper/pdf", test_pdf);
  g_test_add_func ("/paper/language", test_language);
  g_test_add_func ("/paper/replace", test_replace);
  g_test_add_func ("/paper/full-disk", test_full_disk);
  g_test_add_func ("/paper/failures", test_failures);
  g_test_add_func ("/paper/file-name", test_file_name);
  g_test_add_func ("/paper/print", test_print);

  return g_test_run ();
}
