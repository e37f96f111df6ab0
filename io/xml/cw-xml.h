/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/file/cw-io-error.h"
#include "io/file/cw-report.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

#define CW_XML_NAMESPACE "https://chipwright.org/ns/cwx"
#define CW_XML_VERSION "1.0"

CwDesign *cw_xml_read (GBytes *bytes, const char *name, CwReport *report, GError **error);
CwDesign *cw_xml_read_file (const char *path, CwReport *report, GError **error);
GBytes *cw_xml_write (const CwDesign *design);
gboolean cw_xml_write_file (const CwDesign *design, const char *path, GError **error);
char *cw_xml_get_hash (const CwDesign *design);

G_END_DECLS
