/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/xml/cw-xml-scan.h"

G_BEGIN_DECLS

/**
 * CwXmlScanner:
 *
 * A scan of a file that runs ahead of its reader, in a thread of its own when the file
 * is large.
 */
typedef struct _CwXmlScanner CwXmlScanner;

CwXmlScanner *cw_xml_scanner_new (const char *data, gsize size, const char *name, CwReport *report);
gsize cw_xml_scanner_wait (CwXmlScanner *self, gsize at);
gboolean cw_xml_scanner_finish (CwXmlScanner *self, GError **error);

G_END_DECLS
