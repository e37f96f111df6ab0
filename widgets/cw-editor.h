/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool.h"

G_BEGIN_DECLS

#define CW_TYPE_EDITOR (cw_editor_get_type ())

/**
 * CwEditor:
 *
 * A document with the tool in hand: what all views of a window share.
 */
G_DECLARE_FINAL_TYPE (CwEditor, cw_editor, CW, EDITOR, GObject)

CwEditor *cw_editor_new (CwDesign *design);
CwDocument *cw_editor_get_document (CwEditor *self);
CwToolHost *cw_editor_get_host (CwEditor *self);
CwSelection *cw_editor_get_selection (CwEditor *self);
CwDesign *cw_editor_get_design (CwEditor *self);
CwDesign *cw_editor_get_shown_design (CwEditor *self);
CwTool *cw_editor_get_tool (CwEditor *self);
void cw_editor_choose_tool (CwEditor *self, const char *name, gboolean by_key);
CwToolAnswer cw_editor_send (CwEditor *self, const CwToolEvent *event);
CwToolAnswer cw_editor_send_pointer (CwEditor *self, CwToolEventType type, CwPoint at,
                                     guint modifiers, double pixel);
CwToolAnswer cw_editor_send_key (CwEditor *self, const char *key, guint modifiers);
CwToolAnswer cw_editor_type (CwEditor *self, const char *text);
CwToolAnswer cw_editor_run (CwEditor *self, const char *command);
gboolean cw_editor_set_field (CwEditor *self, const char *name, const char *text, GError **error);
gboolean cw_editor_commit (CwEditor *self, CwDesign *next, const char *label);
gboolean cw_editor_undo (CwEditor *self);
gboolean cw_editor_redo (CwEditor *self);
gboolean cw_editor_get_pointer (CwEditor *self, CwPoint *at);
void cw_editor_leave (CwEditor *self);
void cw_editor_set_along (CwEditor *self, gint64 s);
gint64 cw_editor_get_along (CwEditor *self);

#define CW_ALONG_NONE G_MININT64

G_END_DECLS
