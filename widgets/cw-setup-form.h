/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"
#include "widgets/cw-setup.h"

G_BEGIN_DECLS

#define CW_TYPE_SETUP_FORM (cw_setup_form_get_type ())

/**
 * CwSetupForm:
 *
 * The fields of a maker with its button.
 */
G_DECLARE_FINAL_TYPE (CwSetupForm, cw_setup_form, CW, SETUP_FORM, GtkWidget)

GtkWidget *cw_setup_form_new (const CwSetupMaker *maker);
void cw_setup_form_set_editor (CwSetupForm *self, CwEditor *editor);
void cw_setup_form_set_key (CwSetupForm *self, guint32 key);

G_END_DECLS
