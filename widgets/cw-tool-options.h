/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_TOOL_OPTIONS (cw_tool_options_get_type ())

/**
 * CwToolOptions:
 *
 * What can be chosen for the tool in hand, beside the tools.
 */
G_DECLARE_FINAL_TYPE (CwToolOptions, cw_tool_options, CW, TOOL_OPTIONS, GtkWidget)

GtkWidget *cw_tool_options_new (void);
void cw_tool_options_set_editor (CwToolOptions *self, CwEditor *editor);

G_END_DECLS
