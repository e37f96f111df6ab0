/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-select-tool-private.h"

gboolean
cw_select_has_selection (CwTool *self)
{
  return cw_selection_get_n (cw_tool_host_get_selection (cw_tool_get_host (self))) > 0;
}

static CwDesign *
get_design (CwTool *self)
{
  return cw_tool_host_get_design (cw_tool_get_host (self));
}

static GArray *
dup_items (CwTool *self)
{
  return cw_selection_dup_items (cw_tool_host_get_selection (cw_tool_get_host (self)));
}

CwToolAnswer
cw_select_commit (CwTool *self, CwDesign *design, const char *label, GError *error)
{
  if (design == NULL)
    {
      cw_tool_toast (self, error->message);
      return CW_TOOL_PREVIEW;
    }
  cw_tool_host_commit (cw_tool_get_host (self), design, label);
  cw_tool_drop (self);

  return CW_TOOL_COMMIT;
}

void
cw_select_tell_locked (CwTool *self, const CwMove *move)
{
  guint n = cw_move_get_n_locked (move);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item is locked", "%u items are locked", n), n);
  cw_tool_toast (self, text);
}

CwPoint
cw_select_get_centre (CwTool *self)
{
  CwBox bounds = cw_selection_get_bounds (cw_tool_host_get_selection (cw_tool_get_host (self)),
                                          get_design (self));

  if (cw_box_is_empty (bounds))
    return CW_POINT (0, 0);
  return cw_snap_to_grid (cw_box_get_centre (bounds), cw_tool_get_settings (self)->grid);
}

CwToolAnswer
cw_select_transform (CwTool *self, const CwTransform *transform, gboolean flip, const char *label)
{
  g_autoptr (GArray) items = dup_items (self);
  g_autoptr (CwMove) move = cw_move_new (get_design (self), (const CwId *) items->data, items->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;

  cw_select_tell_locked (self, move);
  if (cw_move_get_n_items (move) == 0)
    return CW_TOOL_PREVIEW;
  next = cw_move_apply (move, transform, flip, &error);

  return cw_select_commit (self, next, label, error);
}

CwToolAnswer
cw_select_delete (CwTool *self, const CwToolEvent *event)
{
  CwSelection *selection = cw_tool_host_get_selection (cw_tool_get_host (self));
  CwDesign *design = get_design (self);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  guint n_removed = 0;

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);

      if (pick.part != 0 || cw_design_is_locked (design, pick.item))
        continue; /* a pad belongs to its die */
      if (!cw_edit_remove (edit, pick.item, &error))
        {
          cw_tool_toast (self, error->message);
          return CW_TOOL_PREVIEW;
        }
      n_removed++;
    }
  if (n_removed == 0)
    {
      cw_tool_toast (self, _ ("Nothing here can be deleted: it is locked or a pad of a die"));
      return CW_TOOL_PREVIEW;
    }
  next = cw_edit_finish (edit, NULL);

  return cw_select_commit (self, next, _ ("Delete"), NULL);
}

static gboolean
set_locked (CwEdit *edit, CwDesign *design, CwId id, gboolean locked, GError **error)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  g_autofree gpointer item = g_memdup2 (cw_design_get_item (design, id), klass->table.size);
  guint8 flags = cw_item_class_get_flags (klass, item);

  cw_item_class_set_flags (klass, item,
                           (guint8) (locked ? flags | CW_ITEM_LOCKED : flags & ~CW_ITEM_LOCKED));

  return cw_edit_set (edit, id, item, error);
}

/* unlocks only when everything is locked */
CwToolAnswer
cw_select_lock (CwTool *self, const CwToolEvent *event)
{
  CwDesign *design = get_design (self);
  g_autoptr (GArray) items = dup_items (self);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  gboolean lock = FALSE;

  for (guint i = 0; i < items->len && !lock; i++)
    lock = !cw_design_is_locked (design, g_array_index (items, CwId, i));
  for (guint i = 0; i < items->len; i++)
    if (!set_locked (edit, design, g_array_index (items, CwId, i), lock, &error))
      return cw_select_commit (self, NULL, NULL, error);
  next = cw_edit_finish (edit, NULL);

  return cw_select_commit (self, next, lock ? _ ("Lock") : _ ("Unlock"), NULL);
}

static gboolean
remove_last_leg (CwEdit *edit, CwDesign *design, CwId id, GError **error)
{
  CwTrace trace = *cw_design_get_trace (design, id);
  guint n = trace.path->n_vertices;
  g_autofree CwVertex *vertices = g_memdup2 (trace.path->vertices, n * sizeof (CwVertex));
  g_autoptr (CwPath) path = NULL;

  if (n <= 2)
    return cw_edit_remove (edit, id, error);
  vertices[n - 2].sweep = 0;
  path = cw_path_new (vertices, n - 1);
  trace.path = path;

  return cw_edit_set_trace (edit, id, &trace, error);
}

CwToolAnswer
cw_select_unroute (CwTool *self, const CwToolEvent *event)
{
  CwDesign *design = get_design (self);
  g_autoptr (GArray) items = dup_items (self);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      CwId id = g_array_index (items, CwId, i);

      if (cw_id_get_kind (id) != CW_ITEM_TRACE || cw_design_is_locked (design, id))
        continue;
      if (!remove_last_leg (edit, design, id, &error))
        return cw_select_commit (self, NULL, NULL, error);
      n++;
    }
  if (n == 0)
    return CW_TOOL_PASS;
  next = cw_edit_finish (edit, NULL);

  return cw_select_commit (self, next, _ ("Unroute"), NULL);
}

/* one step back at a time: the highlight, then the selection */
CwToolAnswer
cw_select_cancel (CwTool *self, const CwToolEvent *event)
{
  CwToolHost *host = cw_tool_get_host (self);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  if (settings.highlight_net != CW_ID_NONE)
    {
      settings.highlight_net = CW_ID_NONE;
      cw_tool_host_set_settings (host, &settings);
      return CW_TOOL_PREVIEW;
    }
  if (!cw_select_has_selection (self))
    return CW_TOOL_PASS;
  cw_selection_clear (cw_tool_host_get_selection (host));

  return CW_TOOL_PREVIEW;
}

CwToolAnswer
cw_select_highlight (CwTool *self, const CwToolEvent *event)
{
  CwToolHost *host = cw_tool_get_host (self);
  CwToolSettings settings = *cw_tool_host_get_settings (host);
  CwHitQuery query = cw_tool_get_hit_query (self);
  CwHit hit;

  settings.highlight_net = CW_ID_NONE;
  if (cw_hit_find (&query, event->at, cw_tool_get_tolerance (self), &hit))
    settings.highlight_net = hit.net;
  cw_tool_host_set_settings (host, &settings);

  return CW_TOOL_PREVIEW;
}
