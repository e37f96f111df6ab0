/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-diff.h"

G_BEGIN_DECLS

/**
 * CwDocument:
 *
 * What the user has open: the current design, the designs before and after it with
 * their labels, and the saved one. Only the main thread uses it.
 */
#define CW_TYPE_DOCUMENT (cw_document_get_type ())
G_DECLARE_FINAL_TYPE (CwDocument, cw_document, CW, DOCUMENT, GObject)

CwDocument *cw_document_new (CwDesign *design);
CwDesign *cw_document_get_design (CwDocument *self);
void cw_document_commit (CwDocument *self, CwDesign *next, const char *label);
void cw_document_amend (CwDocument *self, CwDesign *next, const char *label);
gboolean cw_document_undo (CwDocument *self);
gboolean cw_document_redo (CwDocument *self);
gboolean cw_document_can_undo (CwDocument *self);
gboolean cw_document_can_redo (CwDocument *self);
const char *cw_document_get_undo_label (CwDocument *self);
const char *cw_document_get_redo_label (CwDocument *self);
guint cw_document_get_n_revisions (CwDocument *self);
guint cw_document_get_revision (CwDocument *self);
const char *cw_document_get_revision_label (CwDocument *self, guint revision);
guint cw_document_get_revision_parent (CwDocument *self, guint revision);
guint cw_document_get_revision_child (CwDocument *self, guint revision);
gboolean cw_document_is_saved_revision (CwDocument *self, guint revision);
void cw_document_go_to (CwDocument *self, guint revision);
gboolean cw_document_is_modified (CwDocument *self);
void cw_document_mark_saved (CwDocument *self, CwDesign *design);

G_END_DECLS
