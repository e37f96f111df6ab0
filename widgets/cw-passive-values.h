/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "model/package/cw-passive.h"

G_BEGIN_DECLS

GtkWidget *cw_passive_values_new (void);
void cw_passive_values_show (GtkWidget *box, const CwPassive *passive,
                             const CwTechnology *technology);

G_END_DECLS
