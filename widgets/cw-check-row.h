/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "model/check/cw-waivers.h"

G_BEGIN_DECLS

GtkWidget *cw_check_row_new (void);
void cw_check_row_show (GtkWidget *row, const CwViolation *violation, const CwDesign *design,
                        const CwWaiver *waiver, gboolean is_new, gboolean is_seen);

G_END_DECLS
