/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-saved-filters.h"

#include "mw-query.h"

typedef struct
{
  char *name;
  char *folded; /* to compare by */
  char *key;    /* to sort by */
  char **filters;
} Saved;

struct _MwSavedFilters
{
  GObject parent_instance;

  GPtrArray *saved; /* of Saved */
};

enum
{
  PROP_VALUE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MwSavedFilters, mw_saved_filters, G_TYPE_OBJECT)

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_free (saved->name);
  g_free (saved->folded);
  g_free (saved->key);
  g_strfreev (saved->filters);
  g_free (saved);
}

/* One line without spaces that nobody sees. Returns: (transfer full) */
static char *
dup_tidy (const char *name)
{
  GString *tidy = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = name; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        space = tidy->len > 0;
      else
        {
          if (space)
            g_string_append_c (tidy, ' ');
          g_string_append_unichar (tidy, c);
          space = FALSE;
        }
    }

  return g_string_free (tidy, FALSE);
}

static void
saved_set_name (Saved *saved, const char *name)
{
  g_free (saved->name);
  g_free (saved->folded);
  g_free (saved->key);
  saved->name = dup_tidy (name);
  saved->folded = g_utf8_casefold (saved->name, -1);
  saved->key = g_utf8_collate_key (saved->folded, -1);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Saved *first = *(Saved **) a;
  const Saved *second = *(Saved **) b;
  int order = g_strcmp0 (first->key, second->key);

  return order ? order : g_strcmp0 (first->folded, second->folded);
}

static Saved *
get_saved (MwSavedFilters *self, guint position)
{
  return g_ptr_array_index (self->saved, position);
}

static void
tell (MwSavedFilters *self)
{
  g_ptr_array_sort (self->saved, compare_keys);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static gboolean
has_known (const char *const *filters)
{
  g_autoptr (MwQuery) query = mw_query_new ();

  mw_query_set_filters (query, filters);

  return mw_query_count_filters (query) > 0;
}

/* Puts it at the end. Returns: whether it was good */
static gboolean
put (MwSavedFilters *self, const char *name, const char *const *filters)
{
  MwSavedName verdict = mw_saved_filters_check (self, name);
  guint position;
  Saved *saved;

  if (!has_known (filters) || (verdict != MW_SAVED_NAME_GOOD && verdict != MW_SAVED_NAME_TAKEN))
    return FALSE;

  if (mw_saved_filters_find (self, name, &position))
    g_ptr_array_remove_index (self->saved, position);
  saved = g_new0 (Saved, 1);
  saved_set_name (saved, name);
  saved->filters = g_strdupv ((char **) filters);
  g_ptr_array_add (self->saved, saved);

  return TRUE;
}

static GVariant *
get_value (MwSavedFilters *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sas)"));
  for (guint i = 0; i < self->saved->len; i++)
    g_variant_builder_add (&builder, "(s@as)", get_saved (self, i)->name,
                           g_variant_new_strv ((const char *const *) get_saved (self, i)->filters, -1));

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
set_value (MwSavedFilters *self, GVariant *value)
{
  GVariantIter iter;
  const char *name;
  const char **filters;

  g_ptr_array_set_size (self->saved, 0);
  if (value)
    {
      g_variant_iter_init (&iter, value);
      while (g_variant_iter_next (&iter, "(&s^a&s)", &name, &filters))
        {
          /* The first of a name counts. */
          if (!mw_saved_filters_find (self, name, NULL))
            put (self, name, filters);
          g_free (filters);
        }
    }
  tell (self);
}

static void
mw_saved_filters_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VALUE)
    g_value_take_variant (value, get_value (MW_SAVED_FILTERS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mw_saved_filters_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VALUE)
    set_value (MW_SAVED_FILTERS (object), g_value_get_variant (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mw_saved_filters_finalize (GObject *object)
{
  g_ptr_array_unref (MW_SAVED_FILTERS (object)->saved);

  G_OBJECT_CLASS (mw_saved_filters_parent_class)->finalize (object);
}

static void
mw_saved_filters_class_init (MwSavedFiltersClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = mw_saved_filters_finalize;
  object_class->get_property = mw_saved_filters_get_property;
  object_class->set_property = mw_saved_filters_set_property;
  properties[PROP_VALUE]
    = g_param_spec_variant ("value", NULL, NULL, G_VARIANT_TYPE ("a(sas)"), NULL,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mw_saved_filters_init (MwSavedFilters *self)
{
  self->saved = g_ptr_array_new_with_free_func (saved_free);
}

MwSavedFilters *
mw_saved_filters_new (void)
{
  return g_object_new (MW_TYPE_SAVED_FILTERS, NULL);
}

guint
mw_saved_filters_get_n (MwSavedFilters *self)
{
  return self->saved->len;
}

const char *
mw_saved_filters_get_name (MwSavedFilters *self, guint position)
{
  g_return_val_if_fail (position < self->saved->len, NULL);

  return get_saved (self, position)->name;
}

const char *const *
mw_saved_filters_get_filters (MwSavedFilters *self, guint position)
{
  g_return_val_if_fail (position < self->saved->len, NULL);

  return (const char *const *) get_saved (self, position)->filters;
}

gboolean
mw_saved_filters_find (MwSavedFilters *self, const char *name, guint *position)
{
  g_autofree char *tidy = dup_tidy (name);
  g_autofree char *folded = g_utf8_casefold (tidy, -1);

  for (guint i = 0; i < self->saved->len; i++)
    if (g_str_equal (get_saved (self, i)->folded, folded))
      {
        if (position)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

MwSavedName
mw_saved_filters_check (MwSavedFilters *self, const char *name)
{
  g_autofree char *tidy = dup_tidy (name);

  if (!*tidy)
    return MW_SAVED_NAME_EMPTY;
  if (g_utf8_strlen (tidy, -1) > MW_MAX_SAVED_FILTER_NAME)
    return MW_SAVED_NAME_LONG;
  if (mw_saved_filters_find (self, tidy, NULL))
    return MW_SAVED_NAME_TAKEN;

  return self->saved->len < MW_MAX_SAVED_FILTERS ? MW_SAVED_NAME_GOOD : MW_SAVED_NAME_FULL;
}

MwSavedName
mw_saved_filters_check_rename (MwSavedFilters *self, guint position, const char *name)
{
  MwSavedName verdict = mw_saved_filters_check (self, name);
  guint other;

  if (verdict == MW_SAVED_NAME_FULL)
    return MW_SAVED_NAME_GOOD;
  if (verdict == MW_SAVED_NAME_TAKEN && mw_saved_filters_find (self, name, &other) && other == position)
    return MW_SAVED_NAME_GOOD;

  return verdict;
}

gboolean
mw_saved_filters_save (MwSavedFilters *self, const char *name, const char *const *filters)
{
  if (!put (self, name, filters))
    return FALSE;

  tell (self);

  return TRUE;
}

gboolean
mw_saved_filters_rename (MwSavedFilters *self, guint position, const char *name)
{
  g_return_val_if_fail (position < self->saved->len, FALSE);

  if (mw_saved_filters_check_rename (self, position, name) != MW_SAVED_NAME_GOOD)
    return FALSE;

  saved_set_name (get_saved (self, position), name);
  tell (self);

  return TRUE;
}

void
mw_saved_filters_remove (MwSavedFilters *self, guint position)
{
  g_return_if_fail (position < self->saved->len);

  g_ptr_array_remove_index (self->saved, position);
  tell (self);
}
