/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-problem.h"

/* Long enough for every list of expected words, short enough for a line. */
#define MAX_CHARACTERS 300

/* What comes from a file may hold anything: it becomes one line of valid UTF-8. */
static char *
dup_short (const char *text)
{
  g_autofree char *valid = NULL;

  if (!text)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  for (char *p = valid; *p; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) > MAX_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (valid, 0, MAX_CHARACTERS);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&valid);
}

MwProblem *
mw_problem_new (MwProblemKind kind,
                guint line,
                const char *element,
                const char *attribute,
                const char *value,
                const char *expected,
                const char *detail)
{
  MwProblem *self = g_new0 (MwProblem, 1);

  self->kind = kind;
  self->line = line;
  self->element = dup_short (element);
  self->attribute = dup_short (attribute);
  self->value = dup_short (value);
  self->expected = dup_short (expected);
  self->detail = dup_short (detail);

  return self;
}

void
mw_problem_free (MwProblem *self)
{
  g_free (self->element);
  g_free (self->attribute);
  g_free (self->value);
  g_free (self->expected);
  g_free (self->detail);
  g_free (self);
}

GPtrArray *
mw_problem_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mw_problem_free);
}
