/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-table.h"

#include "widgets/tool/cw-tool-private.h"
#include "widgets/tool/cw-tool-registry.h"

static void
add_rows (GArray *rows, const CwToolAction *actions, gsize n, gboolean shared)
{
  for (gsize i = 0; i < n; i++)
    {
      CwToolRow row = { actions[i].command,
                        actions[i].label,
                        actions[i].trigger == CW_TRIGGER_KEY ? actions[i].keys : NULL,
                        actions[i].states,
                        actions[i].is_available != NULL,
                        shared };

      if (row.command != NULL && actions[i].run != NULL)
        g_array_append_val (rows, row);
    }
}

/**
 * cw_tool_table_list:
 * @tool: name of a tool
 *
 * Lists the actions of a tool's table: its own, then those of all tools.
 *
 * Returns: (transfer full) (element-type CwToolRow): the rows
 */
GArray *
cw_tool_table_list (const char *tool)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (CwToolRow));
  GType type = cw_tool_registry_get_tool_type (tool);
  const CwToolAction *shared;
  gsize n_shared;
  CwToolClass *klass;

  g_return_val_if_fail (type != G_TYPE_INVALID, rows);

  klass = g_type_class_ref (type);
  shared = cw_tool_get_shared_actions (&n_shared);
  add_rows (rows, klass->actions, klass->n_actions, FALSE);
  add_rows (rows, shared, n_shared, TRUE);
  g_type_class_unref (klass);

  return rows;
}
