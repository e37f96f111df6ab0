/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool.h"

G_BEGIN_DECLS

/**
 * CwToolRow:
 * @command: its command
 * @label: (nullable): what the user sees, not translated; %NULL where no hint is needed
 * @keys: (nullable): the keys of the table, %NULL for what no key does
 * @states: a bit for each #CwToolState that it works in
 * @is_conditional: whether it works only at times
 * @is_shared: whether every tool has it
 *
 * A row of a tool's table that is an action.
 */
typedef struct
{
  const char *command;
  const char *label;
  const char *keys;
  guint states;
  gboolean is_conditional;
  gboolean is_shared;
} CwToolRow;

GArray *cw_tool_table_list (const char *tool);

G_END_DECLS
