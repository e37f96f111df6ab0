/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-row-model.h"

struct _CwRow
{
  GObject parent_instance;

  guint index;
};

G_DEFINE_FINAL_TYPE (CwRow, cw_row, G_TYPE_OBJECT)

static void
cw_row_class_init (CwRowClass *klass)
{
}

static void
cw_row_init (CwRow *self)
{
}

/**
 * cw_row_get_index:
 * @self: a row
 *
 * Returns: its number
 */
guint
cw_row_get_index (CwRow *self)
{
  g_return_val_if_fail (CW_IS_ROW (self), 0);

  return self->index;
}

struct _CwRowModel
{
  GObject parent_instance;

  guint n_rows;
};

static GType
get_item_type (GListModel *model)
{
  return CW_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return CW_ROW_MODEL (model)->n_rows;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CwRow *row;

  if (position >= CW_ROW_MODEL (model)->n_rows)
    return NULL;
  row = g_object_new (CW_TYPE_ROW, NULL);
  row->index = position;

  return row;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwRowModel, cw_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_row_model_class_init (CwRowModelClass *klass)
{
}

static void
cw_row_model_init (CwRowModel *self)
{
}

/**
 * cw_row_model_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): the list
 */
CwRowModel *
cw_row_model_new (void)
{
  return g_object_new (CW_TYPE_ROW_MODEL, NULL);
}

/**
 * cw_row_model_set_n:
 * @self: a list
 * @n_rows: how many rows it has
 *
 * Replaces all rows, also when there are as many as before: they stand for something else now.
 */
void
cw_row_model_set_n (CwRowModel *self, guint n_rows)
{
  guint before;

  g_return_if_fail (CW_IS_ROW_MODEL (self));

  before = self->n_rows;
  self->n_rows = n_rows;
  if (before > 0 || n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n_rows);
}
