/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-violation-model.h"

struct _CwViolationRow
{
  GObject parent_instance;

  CwCheckResult *result;
  gsize index;
};

G_DEFINE_FINAL_TYPE (CwViolationRow, cw_violation_row, G_TYPE_OBJECT)

static void
cw_violation_row_finalize (GObject *object)
{
  g_clear_pointer (&CW_VIOLATION_ROW (object)->result, cw_check_result_unref);
  G_OBJECT_CLASS (cw_violation_row_parent_class)->finalize (object);
}

static void
cw_violation_row_class_init (CwViolationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_violation_row_finalize;
}

static void
cw_violation_row_init (CwViolationRow *self)
{
}

/**
 * cw_violation_row_get:
 * @self: a row
 *
 * Returns: (transfer none): the violation, good as long as the row
 */
const CwViolation *
cw_violation_row_get (CwViolationRow *self)
{
  g_return_val_if_fail (CW_IS_VIOLATION_ROW (self), NULL);

  return cw_check_result_get_violation (self->result, self->index);
}

/**
 * cw_violation_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what is broken, with its numbers and items
 */
char *
cw_violation_row_dup_text (CwViolationRow *self)
{
  g_return_val_if_fail (CW_IS_VIOLATION_ROW (self), NULL);

  return cw_violation_format (cw_violation_row_get (self),
                              cw_check_result_get_design (self->result));
}

struct _CwViolationModel
{
  GObject parent_instance;

  CwCheckResult *result;
};

static GType
get_item_type (GListModel *model)
{
  return CW_TYPE_VIOLATION_ROW;
}

static guint
get_n_items (GListModel *model)
{
  CwViolationModel *self = CW_VIOLATION_MODEL (model);

  return self->result != NULL
             ? (guint) MIN (cw_check_result_get_n_violations (self->result), G_MAXINT)
             : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CwViolationModel *self = CW_VIOLATION_MODEL (model);
  CwViolationRow *row;

  if (position >= get_n_items (model))
    return NULL;
  row = g_object_new (CW_TYPE_VIOLATION_ROW, NULL);
  row->result = cw_check_result_ref (self->result);
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

G_DEFINE_FINAL_TYPE_WITH_CODE (CwViolationModel, cw_violation_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_violation_model_finalize (GObject *object)
{
  g_clear_pointer (&CW_VIOLATION_MODEL (object)->result, cw_check_result_unref);
  G_OBJECT_CLASS (cw_violation_model_parent_class)->finalize (object);
}

static void
cw_violation_model_class_init (CwViolationModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_violation_model_finalize;
}

static void
cw_violation_model_init (CwViolationModel *self)
{
}

/**
 * cw_violation_model_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): the list
 */
CwViolationModel *
cw_violation_model_new (void)
{
  return g_object_new (CW_TYPE_VIOLATION_MODEL, NULL);
}

/**
 * cw_violation_model_set_result:
 * @self: a list
 * @result: (nullable): a result of the checker
 *
 * Lists the violations of another result.
 */
void
cw_violation_model_set_result (CwViolationModel *self, CwCheckResult *result)
{
  guint before;

  g_return_if_fail (CW_IS_VIOLATION_MODEL (self));

  if (self->result == result)
    return;
  before = get_n_items (G_LIST_MODEL (self));
  if (result != NULL)
    cw_check_result_ref (result);
  g_clear_pointer (&self->result, cw_check_result_unref);
  self->result = result;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n_items (G_LIST_MODEL (self)));
}
