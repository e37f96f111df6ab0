/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cw_gerber_append_integer (GString *out, gint64 value);
void cw_gerber_append_millimetres (GString *out, gint64 length);
void cw_gerber_append_field (GString *out, const char *text);
char *cw_gerber_dup_file_name (const char *name);

G_END_DECLS
