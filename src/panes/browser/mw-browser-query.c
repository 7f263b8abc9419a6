/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-browser-query.h"

#include "mw-words.h"

struct _MwBrowserQuery
{
  GObject parent_instance;

  MwCatalogue *catalogue; /* (nullable) */
  MwQuery *query;
  MwProfileSet candidates; /* the wizard's; the query has all profiles when the user dropped them */
  GCancellable *asking;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwBrowserQuery, mw_browser_query, G_TYPE_OBJECT)

static void
on_result (GObject *source, GAsyncResult *async_result, gpointer data)
{
  g_autoptr (MwBrowserQuery) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwQueryResult) result = mw_catalogue_query_finish (MW_CATALOGUE (source), async_result, &error);

  if (result && self->catalogue)
    g_signal_emit (self, signals[ANSWERED], 0, result);
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Asking the catalogue: %s", error->message);
}

static void
stop_asking (MwBrowserQuery *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (MwBrowserQuery *self)
{
  if (!self->catalogue)
    return;

  stop_asking (self);
  self->asking = g_cancellable_new ();
  self->query->language = mw_words_get_language ();
  mw_catalogue_query_async (self->catalogue, self->query, self->asking, on_result, g_object_ref (self));
}

static void
mw_browser_query_dispose (GObject *object)
{
  mw_browser_query_set_catalogue (MW_BROWSER_QUERY (object), NULL);

  G_OBJECT_CLASS (mw_browser_query_parent_class)->dispose (object);
}

static void
mw_browser_query_finalize (GObject *object)
{
  mw_query_free (MW_BROWSER_QUERY (object)->query);

  G_OBJECT_CLASS (mw_browser_query_parent_class)->finalize (object);
}

static void
mw_browser_query_class_init (MwBrowserQueryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = mw_browser_query_dispose;
  object_class->finalize = mw_browser_query_finalize;
  signals[ANSWERED] = g_signal_new ("answered", MW_TYPE_BROWSER_QUERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, MW_TYPE_QUERY_RESULT | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
mw_browser_query_init (MwBrowserQuery *self)
{
  self->query = mw_query_new ();
  self->candidates = MW_PROFILE_SET_ALL;
}

MwBrowserQuery *
mw_browser_query_new (void)
{
  return g_object_new (MW_TYPE_BROWSER_QUERY, NULL);
}

void
mw_browser_query_set_catalogue (MwBrowserQuery *self, MwCatalogue *catalogue)
{
  stop_asking (self);
  if (self->catalogue)
    g_signal_handlers_disconnect_by_data (self->catalogue, self);
  g_set_object (&self->catalogue, catalogue);
  if (catalogue)
    g_signal_connect_object (catalogue, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
}

MwCatalogue *
mw_browser_query_get_catalogue (MwBrowserQuery *self)
{
  return self->catalogue;
}

const MwQuery *
mw_browser_query_get (MwBrowserQuery *self)
{
  return self->query;
}

void
mw_browser_query_set_text (MwBrowserQuery *self, const char *text)
{
  g_free (self->query->text);
  self->query->text = g_strdup (text);
  ask (self);
}

void
mw_browser_query_set_candidates (MwBrowserQuery *self, MwProfileSet candidates)
{
  if (self->candidates == candidates)
    return;

  self->candidates = candidates;
  self->query->candidates = candidates;
  ask (self);
}

void
mw_browser_query_set_sort (MwBrowserQuery *self, MwSort sort)
{
  self->query->sort = sort;
  ask (self);
}

void
mw_browser_query_set_filters (MwBrowserQuery *self, const char *const *filters)
{
  mw_query_set_filters (self->query, filters);
  ask (self);
}

void
mw_browser_query_set_filter (MwBrowserQuery *self, MwFacet facet, guint value, gboolean active)
{
  if (active)
    self->query->filters[facet] |= 1u << value;
  else
    self->query->filters[facet] &= ~(1u << value);
  ask (self);
}

void
mw_browser_query_drop (MwBrowserQuery *self, guint constraint, guint value)
{
  if (constraint == MW_QUERY_TEXT)
    g_clear_pointer (&self->query->text, g_free);
  else if (constraint == MW_QUERY_CANDIDATES)
    self->query->candidates = MW_PROFILE_SET_ALL;
  else if (constraint < MW_N_FACETS)
    self->query->filters[constraint] &= value == MW_FILTER_ALL_VALUES ? 0 : ~(1u << value);
  ask (self);
}
