/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-live-check.h"
#include "widgets/tool/cw-marks.h"
#include "widgets/tool/cw-snap.h"
#include "widgets/tool/cw-tool-event.h"
#include "widgets/tool/cw-tool-host.h"

G_BEGIN_DECLS

/**
 * CwToolInfo:
 * @name: name, for actions and icons
 * @label: what the user sees, not translated
 * @icon: name of its icon
 * @key: key that chooses it, as gtk_accelerator_parse () reads it; empty for none
 * @tooltip: what it does, not translated
 * @undo_label: what undo calls its usual edit, not translated
 * @synonyms: (nullable): other words that it is looked for by, not translated
 * @group: name of the tool that it stands beside in the toolbar; the first one of a group names itself
 *
 * A tool as the toolbar shows it. Texts go through gettext.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *icon;
  const char *key;
  const char *tooltip;
  const char *undo_label;
  const char *synonyms;
  const char *group;
} CwToolInfo;

/**
 * CwToolField:
 * @name: name to set it by
 * @label: what the user sees, translated
 * @text: its present value without the unit, owned
 * @unit: (nullable): its unit
 * @is_words: whether it is words and not a number
 *
 * A number or words in the HUD.
 */
typedef struct
{
  const char *name;
  const char *label;
  char *text;
  const char *unit;
  gboolean is_words;
} CwToolField;

/**
 * CwHint:
 * @input: what to press or click, translated, owned
 * @label: what it does now, translated
 * @command: (nullable): name of the command, for menus
 *
 * A line of the hint bar: what an input does in the present state.
 */
typedef struct
{
  char *input;
  const char *label;
  const char *command;
} CwHint;

#define CW_TYPE_TOOL (cw_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (CwTool, cw_tool, CW, TOOL, GObject)

CwToolAnswer cw_tool_handle (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_arm (CwTool *self, const CwToolEvent *event);
const CwToolInfo *cw_tool_get_info (CwTool *self);
CwToolHost *cw_tool_get_host (CwTool *self);
CwToolState cw_tool_get_state (CwTool *self);
guint cw_tool_get_n_points (CwTool *self);
CwDesign *cw_tool_get_preview (CwTool *self);
const CwSnap *cw_tool_get_snap (CwTool *self);
const CwLiveCheck *cw_tool_get_live_check (CwTool *self);
char *cw_tool_dup_live_text (CwTool *self);
const char *cw_tool_get_message (CwTool *self);
GArray *cw_tool_list_marks (CwTool *self);
GArray *cw_tool_list_fields (CwTool *self);
gboolean cw_tool_set_field (CwTool *self, const char *name, const char *text, GError **error);
GArray *cw_tool_list_hints (CwTool *self);
char *cw_tool_dup_hint_text (CwTool *self);
gboolean cw_tool_has_command (CwTool *self, const char *command);
GArray *cw_tool_take_dropped (CwTool *self);
void cw_tool_resume (CwTool *self, GArray *points);

G_END_DECLS
