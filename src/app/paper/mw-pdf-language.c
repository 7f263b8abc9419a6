/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-pdf-language.h"

#include <string.h>

/* The end of a PDF: where its objects are listed, and which of them is the catalogue. */
typedef struct
{
  gsize list;
  guint64 size;
  guint64 root;
  guint64 info; /* 0: none */
} Trailer;

/* Returns: (transfer none) (nullable): the last @mark at or after @from */
static const char *
find_last (const char *pdf, gsize length, const char *mark)
{
  const char *found = NULL;

  for (const char *p = pdf; p && (p = memmem (p, length - (gsize) (p - pdf), mark, strlen (mark))); p++)
    found = p;

  return found;
}

static guint64
get_number (const char *text, const char *key)
{
  const char *found = strstr (text, key);

  return found ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

static gboolean
read_trailer (GByteArray *pdf, Trailer *trailer)
{
  const char *start = (const char *) pdf->data;
  const char *found = find_last (start, pdf->len, "\ntrailer\n");
  g_autofree char *text = NULL;

  if (!found)
    return FALSE;

  text = g_strndup (found, pdf->len - (gsize) (found - start));
  trailer->size = get_number (text, "/Size ");
  trailer->root = get_number (text, "/Root ");
  trailer->info = get_number (text, "/Info ");
  trailer->list = get_number (text, "\nstartxref\n");

  return trailer->size > 0 && trailer->root > 0 && trailer->list > 0;
}

/* Returns: (transfer full) (nullable): the object without its number and the end of its dictionary */
static char *
dup_catalogue (GByteArray *pdf, guint64 number)
{
  const char *start = (const char *) pdf->data;
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n", number);
  const char *found = find_last (start, pdf->len, head);
  const char *from = found ? found + strlen (head) : NULL;
  const char *end = from ? memmem (from, pdf->len - (gsize) (from - start), ">>\nendobj", 9) : NULL;

  return end && memmem (from, (gsize) (end - from), "/Catalog", 8) ? g_strndup (from, (gsize) (end - from)) : NULL;
}

static void
append (GByteArray *pdf, const char *text)
{
  g_byte_array_append (pdf, (const guint8 *) text, (guint) strlen (text));
}

gboolean
mw_pdf_language_set (GByteArray *pdf, const char *language)
{
  Trailer trailer;
  g_autofree char *catalogue = NULL;
  g_autofree char *object = NULL;
  g_autofree char *info = NULL;
  g_autofree char *end = NULL;
  gsize place, list;

  if (!read_trailer (pdf, &trailer) || !(catalogue = dup_catalogue (pdf, trailer.root)))
    return FALSE;

  /* A later version of an object takes the place of the one before; that is how a PDF is changed at its end. */
  place = pdf->len;
  object = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n%s   /Lang (%s)\n%s%s>>\nendobj\n", trailer.root, catalogue, language,
                            strstr (catalogue, "/MarkInfo") ? "" : "   /MarkInfo << /Marked true >>\n",
                            strstr (catalogue, "/ViewerPreferences") ? "" : "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  append (pdf, object);
  list = pdf->len;
  info = trailer.info ? g_strdup_printf ("   /Info %" G_GUINT64_FORMAT " 0 R\n", trailer.info) : g_strdup ("");
  end = g_strdup_printf ("xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \ntrailer\n<< /Size %" G_GUINT64_FORMAT
                         "\n   /Root %" G_GUINT64_FORMAT " 0 R\n%s   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                         "\n%%%%EOF\n",
                         trailer.root, place, trailer.size, trailer.root, info, trailer.list, list);
  append (pdf, end);

  return TRUE;
}
