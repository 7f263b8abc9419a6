/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-xml-guard.h"

#include <string.h>

/* Where in the file the guard is. */
typedef enum
{
  TEXT,
  MARKUP, /* after "<", while it is not clear of what kind it is */
  TAG,
  QUOTE, /* in an attribute's value */
  INSTRUCTION,
  COMMENT,
  CDATA,
} Place;

struct _MwXmlGuard
{
  GInputStream *stream;
  MwXmlGuardFailure failure;
  guint64 n_bytes;
  guint line;
  Place place;
  char quote;
  guint length;  /* of the present text or markup */
  guint depth;   /* open elements */
  guint record;  /* bytes since the last child of the root ended */
  char head[64]; /* the first bytes of the present markup */
  char last[2];  /* the two bytes before this one within the markup */
};

static gboolean
refuse (MwXmlGuard *self, MwXmlGuardFailure failure)
{
  self->failure = failure;

  return FALSE;
}

static void
enter (MwXmlGuard *self, Place place)
{
  self->place = place;
  self->length = 0;
  memset (self->head, 0, sizeof self->head);
  memset (self->last, 0, sizeof self->last);
}

/* The declaration may name no encoding but UTF-8. */
static gboolean
is_utf8_declaration (const char *head)
{
  const char *name = strstr (head, "encoding");

  if (!g_str_has_prefix (head, "?xml") || !name)
    return TRUE;

  name += strcspn (name, "'\"");

  return *name && g_ascii_strncasecmp (name + 1, "utf-8", 5) == 0;
}

static gboolean
leave_tag (MwXmlGuard *self)
{
  gboolean closing = self->head[0] == '/';
  gboolean empty = self->last[1] == '/' && !closing;

  if (closing && self->depth > 0)
    self->depth--;
  else if (!closing && !empty && ++self->depth > MW_XML_MAX_DEPTH)
    return refuse (self, MW_XML_GUARD_TOO_DEEP);
  if (self->depth <= 1)
    self->record = 0;
  enter (self, TEXT);

  return TRUE;
}

/* Tells the kinds of markup apart by their first bytes; only comments and CDATA may begin with "<!". */
static gboolean
take_markup (MwXmlGuard *self)
{
  static const char cdata[] = "![CDATA[";

  if (self->head[0] == '?')
    self->place = INSTRUCTION;
  else if (self->head[0] != '!')
    self->place = TAG;
  else if (strcmp (self->head, "!--") == 0)
    self->place = COMMENT;
  else if (strcmp (self->head, cdata) == 0)
    enter (self, CDATA);
  else if (strncmp (self->head, "!-", self->length) != 0 && strncmp (self->head, cdata, self->length) != 0)
    return refuse (self, MW_XML_GUARD_DOCTYPE);

  return TRUE;
}

static gboolean
take_in_markup (MwXmlGuard *self, char c)
{
  switch (self->place)
    {
    case MARKUP:
      if (!take_markup (self))
        return FALSE;
      if (self->place == TAG && c == '>')
        return leave_tag (self);
      break;

    case TAG:
      if (c == '>')
        return leave_tag (self);
      if (c == '"' || c == '\'')
        {
          self->quote = c;
          self->place = QUOTE;
        }
      break;

    case QUOTE:
      if (c == self->quote)
        self->place = TAG;
      break;

    case INSTRUCTION:
      if (c == '>' && self->last[1] == '?')
        {
          if (!is_utf8_declaration (self->head))
            return refuse (self, MW_XML_GUARD_ENCODING);
          enter (self, TEXT);
        }
      break;

    case COMMENT:
      if (c == '>' && self->length > 5 && self->last[0] == '-' && self->last[1] == '-')
        enter (self, TEXT);
      break;

    case TEXT:
    case CDATA:
    default:
      g_assert_not_reached ();
    }

  self->last[0] = self->last[1];
  self->last[1] = c;

  return TRUE;
}

static gboolean
take_in_text (MwXmlGuard *self, char c)
{
  if (self->place == TEXT && c == '<')
    {
      enter (self, MARKUP);
      return TRUE;
    }
  if (++self->length > MW_XML_MAX_TEXT)
    return refuse (self, MW_XML_GUARD_TEXT_TOO_LONG);
  if (self->place == CDATA && c == '>' && self->last[0] == ']' && self->last[1] == ']')
    self->place = TEXT;
  self->last[0] = self->last[1];
  self->last[1] = c;

  return TRUE;
}

static gboolean
take (MwXmlGuard *self, char c)
{
  if (c == '\n')
    self->line++;
  if (c == '\0')
    return refuse (self, MW_XML_GUARD_ENCODING);
  if (++self->record > MW_XML_MAX_RECORD)
    return refuse (self, MW_XML_GUARD_RECORD_TOO_LARGE);
  if (self->place == TEXT || self->place == CDATA)
    return take_in_text (self, c);

  if (self->length < sizeof self->head - 1)
    self->head[self->length] = c;
  if (++self->length > MW_XML_MAX_TAG)
    return refuse (self, MW_XML_GUARD_TAG_TOO_LONG);

  return take_in_markup (self, c);
}

/* UTF-16 and UTF-32 begin with a mark or have NULs, which take() refuses. */
static gboolean
check_mark (MwXmlGuard *self, const char *bytes, gssize length)
{
  if (self->n_bytes == 0 && length >= 2
      && (memcmp (bytes, "\xfe\xff", 2) == 0 || memcmp (bytes, "\xff\xfe", 2) == 0))
    return refuse (self, MW_XML_GUARD_ENCODING);

  return TRUE;
}

MwXmlGuard *
mw_xml_guard_new (GInputStream *stream)
{
  MwXmlGuard *self = g_new0 (MwXmlGuard, 1);

  self->stream = g_object_ref (stream);
  self->line = 1;

  return self;
}

void
mw_xml_guard_free (MwXmlGuard *self)
{
  g_object_unref (self->stream);
  g_free (self);
}

int
mw_xml_guard_read (void *data, char *buffer, int length)
{
  MwXmlGuard *self = data;
  gssize n;

  if (self->failure != MW_XML_GUARD_OK)
    return -1;

  n = g_input_stream_read (self->stream, buffer, length, NULL, NULL);
  if (n < 0)
    refuse (self, MW_XML_GUARD_READ);
  else if (self->n_bytes + n > MW_XML_MAX_FILE)
    refuse (self, MW_XML_GUARD_FILE_TOO_LARGE);
  else if (check_mark (self, buffer, n))
    for (gssize i = 0; i < n && take (self, buffer[i]); i++)
      ;
  if (self->failure != MW_XML_GUARD_OK)
    return -1;
  self->n_bytes += n;

  return (int) n;
}

MwXmlGuardFailure
mw_xml_guard_get_failure (MwXmlGuard *self)
{
  return self->failure;
}

guint
mw_xml_guard_get_line (MwXmlGuard *self)
{
  return self->line;
}

guint64
mw_xml_guard_get_n_bytes (MwXmlGuard *self)
{
  return self->n_bytes;
}
