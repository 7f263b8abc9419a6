/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a catalogue, and where. The interface words it. */

/**
 * MwProblemKind:
 * @MW_PROBLEM_UNREADABLE: the file cannot be read; @detail: why
 * @MW_PROBLEM_MALFORMED: no well-formed XML; @detail: the parser's words
 * @MW_PROBLEM_ENCODING: not UTF-8
 * @MW_PROBLEM_DOCTYPE: a DOCTYPE, which is refused
 * @MW_PROBLEM_FILE_TOO_LARGE: more than 64 MB
 * @MW_PROBLEM_TAG_TOO_LONG: a tag of more than 16 kB
 * @MW_PROBLEM_TEXT_TOO_LONG: a text of more than 64 kB
 * @MW_PROBLEM_RECORD_TOO_LARGE: an intervention, with what stands before it, of more than 4 MB
 * @MW_PROBLEM_TOO_DEEP: more than 32 elements within one another
 * @MW_PROBLEM_TOO_MANY: more than 50,000 interventions
 * @MW_PROBLEM_WRONG_ROOT: @element stands where @expected should
 * @MW_PROBLEM_UNEXPECTED_ELEMENT: @element has no place here; @expected may stand here
 * @MW_PROBLEM_UNEXPECTED_TEXT: @value is loose text in @element
 * @MW_PROBLEM_MISSING_ELEMENT: @element lacks an @expected
 * @MW_PROBLEM_MISSING_ATTRIBUTE: @element lacks @attribute
 * @MW_PROBLEM_WRONG_VALUE: @value of @attribute (or, without, of the text) should be @expected
 * @MW_PROBLEM_EMPTY: @element has no text
 * @MW_PROBLEM_MISSING_DUTCH: @element has no Dutch text
 * @MW_PROBLEM_DUPLICATE: another intervention has the @value of @attribute (or, without, of the text) already
 * @MW_PROBLEM_SCHEMA: @element breaks the schema otherwise; @detail: the validator's words
 */
typedef enum
{
  MW_PROBLEM_UNREADABLE,
  MW_PROBLEM_MALFORMED,
  MW_PROBLEM_ENCODING,
  MW_PROBLEM_DOCTYPE,
  MW_PROBLEM_FILE_TOO_LARGE,
  MW_PROBLEM_TAG_TOO_LONG,
  MW_PROBLEM_TEXT_TOO_LONG,
  MW_PROBLEM_RECORD_TOO_LARGE,
  MW_PROBLEM_TOO_DEEP,
  MW_PROBLEM_TOO_MANY,
  MW_PROBLEM_WRONG_ROOT,
  MW_PROBLEM_UNEXPECTED_ELEMENT,
  MW_PROBLEM_UNEXPECTED_TEXT,
  MW_PROBLEM_MISSING_ELEMENT,
  MW_PROBLEM_MISSING_ATTRIBUTE,
  MW_PROBLEM_WRONG_VALUE,
  MW_PROBLEM_EMPTY,
  MW_PROBLEM_MISSING_DUTCH,
  MW_PROBLEM_DUPLICATE,
  MW_PROBLEM_SCHEMA,
} MwProblemKind;
#define MW_N_PROBLEM_KINDS 20

/* More problems than this are not listed. */
#define MW_CATALOGUE_MAX_PROBLEMS 1000

typedef struct
{
  MwProblemKind kind;
  guint line;      /* from 1; 0 where there is none */
  char *element;   /* (nullable) */
  char *attribute; /* (nullable) */
  char *value;     /* (nullable) */
  char *expected;  /* (nullable): words of the format, alternatives parted by ", " */
  char *detail;    /* (nullable) */
} MwProblem;

/* All strings are (nullable) and copied; long ones are shortened. Returns: (transfer full) */
MwProblem *mw_problem_new (MwProblemKind kind, guint line, const char *element, const char *attribute,
                           const char *value, const char *expected, const char *detail);
void mw_problem_free (MwProblem *self);

/* Returns: (transfer full) (element-type MwProblem): an empty list that owns its problems */
GPtrArray *mw_problem_list_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwProblem, mw_problem_free)

G_END_DECLS
