/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-result-list.h"

/* Entries at a time: two screens full of them. */
#define STEP 16

struct _MwResultList
{
  GObject parent_instance;

  MwQueryResult *result;
  guint n_shown;
};

static void mw_result_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MwResultList,
                               mw_result_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, mw_result_list_model_init))

static GType
mw_result_list_get_item_type (GListModel *model)
{
  return MW_TYPE_CATALOGUE_ENTRY;
}

static guint
mw_result_list_get_n_items (GListModel *model)
{
  return MW_RESULT_LIST (model)->n_shown;
}

static gpointer
mw_result_list_get_item (GListModel *model, guint position)
{
  MwResultList *self = MW_RESULT_LIST (model);

  if (position >= self->n_shown)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->result->entries, position));
}

static void
mw_result_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = mw_result_list_get_item_type;
  iface->get_n_items = mw_result_list_get_n_items;
  iface->get_item = mw_result_list_get_item;
}

static void
mw_result_list_dispose (GObject *object)
{
  MwResultList *self = MW_RESULT_LIST (object);

  self->n_shown = 0;
  g_clear_pointer (&self->result, mw_query_result_unref);

  G_OBJECT_CLASS (mw_result_list_parent_class)->dispose (object);
}

static void
mw_result_list_class_init (MwResultListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_result_list_dispose;
}

static void
mw_result_list_init (MwResultList *self)
{
}

MwResultList *
mw_result_list_new (void)
{
  return g_object_new (MW_TYPE_RESULT_LIST, NULL);
}

void
mw_result_list_set_result (MwResultList *self, MwQueryResult *result)
{
  MwQueryResult *before = self->result; /* its rows are in use until the list has changed */
  guint n_before = self->n_shown;

  self->result = result ? mw_query_result_ref (result) : NULL;
  self->n_shown = result ? MIN (result->entries->len, STEP) : 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_shown);
  g_clear_pointer (&before, mw_query_result_unref);
}

gboolean
mw_result_list_update (MwResultList *self, MwQueryResult *result)
{
  if (!self->result || self->result->entries->len != result->entries->len)
    return FALSE;

  for (guint i = 0; i < result->entries->len; i++)
    {
      MwCatalogueEntry *before = g_ptr_array_index (self->result->entries, i);
      MwCatalogueEntry *after = g_ptr_array_index (result->entries, i);

      if (before != after && !g_str_equal (before->id, after->id))
        return FALSE;
    }
  mw_query_result_ref (result);
  mw_query_result_unref (self->result);
  self->result = result;

  return TRUE;
}

MwQueryResult *
mw_result_list_get_result (MwResultList *self)
{
  return self->result;
}

gboolean
mw_result_list_grow (MwResultList *self)
{
  guint n_before = self->n_shown;

  if (!self->result || n_before == self->result->entries->len)
    return FALSE;

  self->n_shown = MIN (self->result->entries->len, n_before + STEP);
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);

  return TRUE;
}
