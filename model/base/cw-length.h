/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-coord.h"

G_BEGIN_DECLS

/**
 * CwUnit:
 * @CW_UNIT_NM: nanometre
 * @CW_UNIT_UM: micrometre
 * @CW_UNIT_MM: millimetre
 * @CW_UNIT_CM: centimetre
 * @CW_UNIT_MIL: a thousandth of an inch
 * @CW_UNIT_INCH: inch, 25.4 mm
 *
 * A unit of length that a person may write.
 */
typedef enum
{
  CW_UNIT_NM,
  CW_UNIT_UM,
  CW_UNIT_MM,
  CW_UNIT_CM,
  CW_UNIT_MIL,
  CW_UNIT_INCH,
} CwUnit;

gint64 cw_unit_get_size (CwUnit unit);
const char *cw_unit_get_symbol (CwUnit unit);
gboolean cw_unit_parse (const char *text, CwUnit *unit);

gboolean cw_length_parse (const char *text, CwUnit unit, CwCoord *length, GError **error);
char *cw_length_format (gint64 length, CwUnit unit);
char *cw_length_format_with_unit (gint64 length, CwUnit unit);

G_END_DECLS
