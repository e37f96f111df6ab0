/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/csv/cw-csv-options.h"
#include "io/csv/cw-csv-table.h"
#include "io/file/cw-io-error.h"
#include "io/file/cw-report.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwCsvFieldUse:
 * @field: the field
 * @is_required: whether there must be a column for it
 * @is_length: whether its cells are lengths, so that its name may end with a unit
 * @names: the usual names of its column, the best ones first
 *
 * A field that an importer asks for.
 */
typedef struct
{
  CwCsvField field;
  gboolean is_required;
  gboolean is_length;
  const char *names[10];
} CwCsvFieldUse;

/**
 * CwCsvReader:
 * @table: the cells
 * @options: how to read them
 * @report: (nullable): what was guessed or skipped
 * @first: the first row of data
 * @columns: column of each field, or -1
 * @units: unit of each field's column
 * @nets: ids of nets by name
 *
 * A table with known columns, read row by row. All errors are of the form
 * `name:line: column "x": what`.
 */
typedef struct
{
  CwCsvTable *table;
  const CwCsvOptions *options;
  CwReport *report;
  gsize first;
  int columns[CW_N_CSV_FIELDS];
  CwUnit units[CW_N_CSV_FIELDS];
  gboolean comma_reported;
  GHashTable *nets;
} CwCsvReader;

CwCsvReader *cw_csv_reader_new (GBytes *bytes, const char *name, const CwCsvOptions *options,
                                const CwCsvFieldUse *uses, gsize n_uses, CwReport *report,
                                GError **error);
void cw_csv_reader_free (CwCsvReader *self);

static inline gboolean
cw_csv_reader_has (const CwCsvReader *self, CwCsvField field)
{
  return self->columns[field] >= 0;
}

const char *cw_csv_reader_get_text (const CwCsvReader *self, gsize row, CwCsvField field);
gboolean cw_csv_reader_get_name (const CwCsvReader *self, gsize row, CwCsvField field,
                                 const char **name, GError **error);
gboolean cw_csv_reader_get_length (CwCsvReader *self, gsize row, CwCsvField field, CwCoord *length,
                                   GError **error);
gboolean cw_csv_reader_get_size (CwCsvReader *self, gsize row, CwCsvField field, CwCoord *size,
                                 GError **error);
gboolean cw_csv_reader_get_point (CwCsvReader *self, gsize row, CwPoint *point, GError **error);
gboolean cw_csv_reader_get_form (CwCsvReader *self, gsize row, CwPadForm *form, GError **error);
gboolean cw_csv_reader_get_net (CwCsvReader *self, gsize row, CwEdit *edit, CwId *net,
                                GError **error);
gboolean cw_csv_reader_fail (const CwCsvReader *self, gsize row, int field, CwIoError code,
                             GError **error, const char *format, ...) G_GNUC_PRINTF (6, 7);
void cw_csv_reader_report (const CwCsvReader *self, gsize row, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCsvReader, cw_csv_reader_free)

G_END_DECLS
