/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-move-private.h"
#include "widgets/tool/cw-namer.h"

static CwId
add_copy (const CwMove *self, CwEdit *edit, CwNamer *namer, CwId id, GError **error)
{
  CwItemKind kind = cw_id_get_kind (id);
  g_autofree gpointer item
      = g_memdup2 (cw_design_get_item (self->base, id), cw_item_class_get (kind)->table.size);
  GRefString **name = cw_namer_get_slot (kind, item);
  CwId copy;

  if (name == NULL || *name == NULL || **name == '\0')
    return cw_edit_add (edit, kind, item, error);

  *name = cw_namer_next (namer, kind, *name);
  copy = cw_edit_add (edit, kind, item, error);
  g_ref_string_release (*name);

  return copy;
}

/**
 * cw_move_copy:
 * @self: a move
 * @transforms: (array length=n_transforms): where the copies go, a transform for each
 * @n_transforms: how many copies of each item
 * @copies: (nullable) (element-type CwId): where to append their ids
 * @error: return location for an error
 *
 * Copies the items that were asked for; what hangs on them is not copied. Copies of items whose
 * names are unique get the next free names.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL when it would leave the range
 */
CwDesign *
cw_move_copy (const CwMove *self, const CwTransform *transforms, gsize n_transforms, GArray *copies,
              GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (self->base);
  g_autoptr (CwNamer) namer = cw_namer_new (self->base);

  for (gsize i = 0; i < n_transforms; i++)
    for (guint j = 0; j < self->n_asked; j++)
      {
        CwId copy = add_copy (self, edit, namer, g_array_index (self->items, Moved, j).id, error);

        if (copy == CW_ID_NONE || !cw_edit_transform (edit, copy, &transforms[i], error))
          return NULL;
        if (copies != NULL)
          g_array_append_val (copies, copy);
      }

  return cw_edit_finish (edit, NULL);
}
