/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-select-tool-private.h"

#define REACH 8 /* how near a side the pointer takes it [px] */

static CwCoord
get_reach (CwTool *tool)
{
  return (CwCoord) MIN (REACH * cw_tool_get_core (tool)->pixel, CW_MM);
}

gboolean
cw_select_is_on_vertex (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwGrip grip;

  return cw_select_find_handle (tool, core->raw, &grip)
         && cw_handle_is_vertex (core->base, grip.item, grip.handle);
}

/* a vertex of a border, not one of a trace */
gboolean
cw_select_is_on_corner (CwTool *tool)
{
  return cw_select_is_on_vertex (tool)
         && cw_id_get_kind (cw_select_get_handled (tool)) != CW_ITEM_TRACE
         && cw_id_get_kind (cw_select_get_handled (tool)) != CW_ITEM_BUS;
}

/* where a vertex can be added, and there is none yet */
gboolean
cw_select_is_on_side (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);

  return !cw_select_is_on_vertex (tool)
         && cw_handle_has_leg (core->base, cw_select_get_handled (tool), core->raw,
                               get_reach (tool));
}

/* a double click on a trace or a bus shows its properties */
gboolean
cw_select_is_on_border (CwTool *tool)
{
  CwItemKind kind = cw_id_get_kind (cw_select_get_handled (tool));

  return (kind == CW_ITEM_ZONE || kind == CW_ITEM_KEEP_OUT || kind == CW_ITEM_CAVITY)
         && cw_select_is_on_side (tool);
}

static CwToolAnswer
commit (CwTool *tool, CwDesign *design, const char *label, GError *error)
{
  if (design == NULL)
    {
      cw_tool_toast (tool, error->message);
      return CW_TOOL_PREVIEW;
    }
  cw_tool_host_commit (cw_tool_get_host (tool), design, label);
  cw_tool_drop (tool);

  return CW_TOOL_COMMIT;
}

CwToolAnswer
cw_select_add_vertex (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next
      = cw_handle_add_vertex (core->base, cw_select_get_handled (tool), core->raw, get_reach (tool),
                              cw_tool_get_settings (tool)->grid, &error);

  return commit (tool, next, _ ("Add vertex"), error);
}

CwToolAnswer
cw_select_remove_vertex (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  CwGrip grip;

  if (!cw_select_find_handle (tool, core->raw, &grip))
    return CW_TOOL_PASS;
  next = cw_handle_remove_vertex (core->base, grip.item, grip.handle, &error);

  return commit (tool, next, _ ("Remove vertex"), error);
}

static CwToolAnswer
change_corner (CwTool *tool, gboolean is_round, const char *label)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  CwGrip grip;

  if (!cw_select_find_handle (tool, core->raw, &grip))
    return CW_TOOL_PASS;
  next = cw_handle_change_corner (core->base, grip.item, grip.handle, is_round, &error);

  return commit (tool, next, label, error);
}

CwToolAnswer
cw_select_round_corner (CwTool *tool, const CwToolEvent *event)
{
  return change_corner (tool, TRUE, _ ("Round corner"));
}

CwToolAnswer
cw_select_cut_corner (CwTool *tool, const CwToolEvent *event)
{
  return change_corner (tool, FALSE, _ ("Cut corner"));
}
