/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "model/package/cw-flow.h"

G_BEGIN_DECLS

GtkWidget *cw_flow_row_new (const CwFlow *flow, const CwTechnology *technology, guint step,
                            GPtrArray *findings);
GtkWidget *cw_flow_row_new_missing (const CwFlow *flow, GPtrArray *findings);

G_END_DECLS
