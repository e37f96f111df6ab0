/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"
#include "widgets/cw-setup.h"

G_BEGIN_DECLS

#define CW_TYPE_SETUP_PAGE (cw_setup_page_get_type ())

/**
 * CwSetupPage:
 *
 * A page of the package set-up: a list of things and the fields of the one chosen.
 */
G_DECLARE_FINAL_TYPE (CwSetupPage, cw_setup_page, CW, SETUP_PAGE, GtkWidget)

GtkWidget *cw_setup_page_new (const CwSetupInfo *info);
void cw_setup_page_set_editor (CwSetupPage *self, CwEditor *editor);

G_END_DECLS
