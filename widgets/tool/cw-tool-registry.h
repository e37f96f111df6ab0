/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool.h"

G_BEGIN_DECLS

guint cw_tool_registry_get_n (void);
const CwToolInfo *cw_tool_registry_get (guint index);
const CwToolInfo *cw_tool_registry_find (const char *name);
GType cw_tool_registry_get_tool_type (const char *name);
CwTool *cw_tool_registry_new_tool (const char *name, CwToolHost *host);

G_END_DECLS
