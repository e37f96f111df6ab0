/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/file/cw-io-error.h"

G_BEGIN_DECLS

void cw_xml_set_error (GError **error, CwIoError code, const char *name, guint line,
                       const char *format, ...) G_GNUC_PRINTF (5, 6);
char *cw_xml_quote (const char *text, gsize length);

G_END_DECLS
