/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cw_ball_name_new (guint row, guint column);
gboolean cw_ball_name_parse (const char *name, guint *row, guint *column);

G_END_DECLS
