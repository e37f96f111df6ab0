/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-shape.h"

G_BEGIN_DECLS

/**
 * CwPadFormKind:
 * @CW_PAD_ROUND: a disc
 * @CW_PAD_RECTANGLE: a rectangle
 * @CW_PAD_OBLONG: a rectangle with half-round ends
 * @CW_PAD_OCTAGON: a regular octagon across flats
 *
 * The outline of a pad or an opening.
 */
typedef enum
{
  CW_PAD_ROUND,
  CW_PAD_RECTANGLE,
  CW_PAD_OBLONG,
  CW_PAD_OCTAGON,
  CW_N_PAD_FORM_KINDS
} CwPadFormKind;

/**
 * CwPadForm:
 * @kind: its outline
 * @width: size along x before turning [nm]
 * @height: size along y; equals @width for round and octagonal ones [nm]
 *
 * Form and size of a pad, centred on its place. A width of zero is no pad.
 */
typedef struct
{
  CwPadFormKind kind;
  CwCoord width;
  CwCoord height;
} CwPadForm;

void cw_pad_form_get_shape (const CwPadForm *self, const CwTransform *transform, CwPoint at,
                            CwShape *shape);
gboolean cw_pad_form_validate (const CwPadForm *self, const char *what, GError **error);
const char *cw_pad_form_kind_get_name (CwPadFormKind kind);

G_END_DECLS
