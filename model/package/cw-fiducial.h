/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwFiducialForm:
 * @CW_FIDUCIAL_DISC: a disc
 * @CW_FIDUCIAL_SQUARE: a square
 * @CW_FIDUCIAL_CROSS: an upright cross; its arms are a fifth of its size wide
 *
 * The form of a fiducial.
 */
typedef enum
{
  CW_FIDUCIAL_DISC,
  CW_FIDUCIAL_SQUARE,
  CW_FIDUCIAL_CROSS,
  CW_N_FIDUCIAL_FORMS
} CwFiducialForm;

/**
 * CwFiducial:
 * @at: its centre [nm]
 * @size: diameter, side or span [nm]
 * @clear: diameter of the disc that is kept free of other metal, 0 for none [nm]
 * @level: index of a wiring level
 * @form: %CwFiducialForm
 * @flags: %CwItemFlags
 *
 * A mark that machines align by: metal without a net, which stays upright however it is turned.
 */
typedef struct
{
  CwPoint at;
  CwCoord size;
  CwCoord clear;
  guint8 level;
  guint8 form;
  guint8 flags;
} CwFiducial;

const char *cw_fiducial_form_get_name (CwFiducialForm form);

extern const CwItemClass cw_fiducial_class;

G_END_DECLS
