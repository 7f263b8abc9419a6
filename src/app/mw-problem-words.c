/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-problem-words.h"

#include <glib/gi18n.h>

/* The problem without its line. Returns: (transfer full) */
static char *
dup_what (const MwProblem *p)
{
  const char *element = p->element ? p->element : "";
  const char *expected = p->expected ? p->expected : "";
  const char *value = p->value ? p->value : "";

  switch (p->kind)
    {
    case MW_PROBLEM_UNREADABLE:
      return g_strdup_printf (_ ("the file cannot be read: %s"), p->detail ? p->detail : "");
    case MW_PROBLEM_MALFORMED:
      return g_strdup_printf (_ ("this is not well-formed XML, or the file was cut off: %s"),
                              p->detail ? p->detail : _ ("the file ends too early"));
    case MW_PROBLEM_ENCODING:
      return g_strdup (_ ("the file is not in UTF-8; save it as UTF-8"));
    case MW_PROBLEM_DOCTYPE:
      return g_strdup (_ ("a DOCTYPE is not accepted; remove it"));
    case MW_PROBLEM_FILE_TOO_LARGE:
      return g_strdup (_ ("the file is larger than 64 MB"));
    case MW_PROBLEM_TAG_TOO_LONG:
      return g_strdup (_ ("a tag is longer than 16 kB"));
    case MW_PROBLEM_TEXT_TOO_LONG:
      return g_strdup (_ ("a text is longer than 64 kB"));
    case MW_PROBLEM_RECORD_TOO_LARGE:
      return g_strdup (_ ("an intervention, with what stands before it, is larger than 4 MB"));
    case MW_PROBLEM_TOO_DEEP:
      return g_strdup (_ ("elements stand more than 32 deep within one another"));
    case MW_PROBLEM_TOO_MANY:
      return g_strdup (_ ("there are more than 50,000 interventions"));
    case MW_PROBLEM_WRONG_ROOT:
      return g_strdup_printf (_ ("this is another kind of file: found <%s>, expected %s"), element, expected);
    case MW_PROBLEM_UNEXPECTED_ELEMENT:
      return g_strdup_printf (_ ("<%s> is out of place; expected %s"), element, expected);
    case MW_PROBLEM_UNEXPECTED_TEXT:
      return g_strdup_printf (_ ("<%s> has loose text “%s”; expected elements only"), element, value);
    case MW_PROBLEM_MISSING_ELEMENT:
      return g_strdup_printf (_ ("<%s> is incomplete; expected %s"), element, expected);
    case MW_PROBLEM_MISSING_ATTRIBUTE:
      return g_strdup_printf (_ ("<%s> lacks the attribute %s; expected %s"), element, p->attribute, expected);
    case MW_PROBLEM_WRONG_VALUE:
      return p->attribute
               ? g_strdup_printf (_ ("<%s>: %s is “%s”; expected %s"), element, p->attribute, value, expected)
               : g_strdup_printf (_ ("<%s> is “%s”; expected something like %s"), element, value, expected);
    case MW_PROBLEM_EMPTY:
      return g_strdup_printf (_ ("<%s> is empty; expected text, or stated=\"no\""), element);
    case MW_PROBLEM_MISSING_DUTCH:
      return g_strdup_printf (_ ("<%s> has no Dutch text; expected one with xml:lang=\"nl\""), element);
    case MW_PROBLEM_DUPLICATE:
      return g_strdup_printf (_ ("<%s>: “%s” is taken by an earlier intervention; expected another one"), element,
                              value);
    case MW_PROBLEM_SCHEMA:
    default:
      return g_strdup_printf (_ ("<%s> breaks the schema: %s"), element, p->detail ? p->detail : "");
    }
}

char *
mw_problem_words_dup (const MwProblem *problem)
{
  g_autofree char *what = dup_what (problem);

  /* Translators: a line of the file, and what is wrong there */
  return problem->line > 0 ? g_strdup_printf (_ ("line %u: %s"), problem->line, what) : g_steal_pointer (&what);
}

static char *
dup_first (GPtrArray *problems)
{
  return problems->len > 0 ? mw_problem_words_dup (g_ptr_array_index (problems, 0)) : g_strdup ("");
}

char *
mw_problem_words_dup_notice (MwCatalogueNotice notice, GPtrArray *problems)
{
  g_autofree char *first = dup_first (problems);

  switch (notice)
    {
    case MW_CATALOGUE_NOTICE_KEPT_UNREADABLE:
      return g_strdup (_ ("The catalogue’s file cannot be read. You see the catalogue as it was before; "
                          "ask whoever looks after the program to install it again."));
    case MW_CATALOGUE_NOTICE_KEPT_INVALID:
      return g_strdup_printf (_ ("The catalogue’s file has a mistake (%s). You see the catalogue as it was before; "
                                 "ask the catalogue’s keeper to mend the file."),
                              first);
    case MW_CATALOGUE_NOTICE_REBUILT:
      return g_strdup (_ ("The stored catalogue was damaged. It has been read anew and is complete; "
                          "you need not do anything."));
    case MW_CATALOGUE_NOTICE_NEWER:
      return g_strdup (_ ("A newer version of Maatwerk has stored a catalogue here. It was left untouched; "
                          "this version works with its own. Install the newer version to use both."));
    case MW_CATALOGUE_NOTICE_FULL:
      return g_strdup (_ ("The disk is full. The catalogue works, but is read anew at each start; "
                          "make room to start faster."));
    case MW_CATALOGUE_NOTICE_UNWRITABLE:
      return g_strdup (_ ("The data folder cannot be written. The catalogue works, but is read anew at each start; "
                          "ask your system administrator for access."));
    case MW_CATALOGUE_NOTICE_SHIPPED_NEWER:
      return g_strdup (_ ("A newer catalogue came with this version of Maatwerk and has taken the place of the imported one. "
                          "“Back to the Previous Catalogue” in the main menu undoes that."));
    case MW_CATALOGUE_NOTICE_OWN_LOST:
      return g_strdup (_ ("The imported catalogue cannot be read any more. You see the catalogue that came with Maatwerk; "
                          "import the other one again to use it."));
    case MW_CATALOGUE_NOTICE_NONE:
    default:
      return NULL;
    }
}

char *
mw_problem_words_dup_failure (GPtrArray *problems)
{
  g_autofree char *first = dup_first (problems);

  return g_strdup_printf (_ ("The catalogue could not be read (%s). The wizard works without it; "
                             "install the program again or ask the catalogue’s keeper for a good file."),
                          first);
}
