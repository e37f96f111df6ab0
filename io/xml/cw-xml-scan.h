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

/**
 * CwXmlScanFunc:
 * @at: how much of the file is good and ends between two tags [bytes]
 * @user_data: what the caller passed
 *
 * Follows a scan.
 */
typedef void (*CwXmlScanFunc) (gsize at, gpointer user_data);

gboolean cw_xml_scan (const char *data, gsize size, const char *name, CwReport *report,
                      CwXmlScanFunc func, gpointer user_data, GError **error);
guint cw_xml_scan_find_line (const char *data, gsize size, gsize element);

G_END_DECLS
