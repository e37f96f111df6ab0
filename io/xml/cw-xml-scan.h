/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/file/cw-io-error.h"
#include "io/file/cw-report.h"

G_BEGIN_DECLS

/* what libxml2 gets to see at most; its time grows with the square of the attributes */
#define CW_XML_MAX_DEPTH 64
#define CW_XML_MAX_ATTRIBUTES 64
#define CW_XML_MAX_NAME 128              /* [bytes] */
#define CW_XML_MAX_TAG ((gsize) 8 << 20) /* [bytes] */
#define CW_XML_MAX_ELEMENTS 20000000

gboolean cw_xml_scan (const char *data, gsize size, const char *name, CwReport *report,
                      GError **error);
guint cw_xml_scan_find_line (const char *data, gsize size, gsize element);
void cw_xml_set_error (GError **error, CwIoError code, const char *name, guint line,
                       const char *format, ...) G_GNUC_PRINTF (5, 6);
char *cw_xml_quote (const char *text, gsize length);

G_END_DECLS
