/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* a hostile file must not fill the memory with remarks: the rest is counted */
#define CW_REPORT_MAX 1000

/**
 * CwReport:
 *
 * What a reader skipped or guessed: remarks in the order of the file.
 */
typedef struct _CwReport CwReport;

CwReport *cw_report_new (void);
void cw_report_free (CwReport *self);
void cw_report_add (CwReport *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
gsize cw_report_get_n (const CwReport *self);
gsize cw_report_get_n_omitted (const CwReport *self);
const char *cw_report_get (const CwReport *self, gsize index, guint *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwReport, cw_report_free)

G_END_DECLS
