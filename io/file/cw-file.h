/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/file/cw-io-error.h"

G_BEGIN_DECLS

/* the largest file that any reader takes [bytes] */
#define CW_FILE_MAX ((gsize) 2 << 30)

GBytes *cw_file_read (const char *path, gsize limit, GError **error);
gboolean cw_file_replace (const char *path, const void *data, gsize size, GError **error);
char *cw_file_dup_display_name (const char *path);
void cw_file_ignore_signals (void);

G_END_DECLS
