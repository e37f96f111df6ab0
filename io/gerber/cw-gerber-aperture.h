/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-shape.h"

G_BEGIN_DECLS

#define CW_GERBER_FIRST_APERTURE 10

/**
 * CwGerberApertures:
 *
 * The apertures of one file, numbered by their first use.
 */
typedef struct _CwGerberApertures CwGerberApertures;

CwGerberApertures *cw_gerber_apertures_new (gboolean x2);
void cw_gerber_apertures_free (CwGerberApertures *self);
guint cw_gerber_apertures_get_n (const CwGerberApertures *self);
guint cw_gerber_apertures_add_circle (CwGerberApertures *self, CwCoord diameter,
                                      const char *function);
guint cw_gerber_apertures_add_key_pin (CwGerberApertures *self, const char *function);
guint cw_gerber_apertures_add_pad (CwGerberApertures *self, const CwShape *shape,
                                   const char *function, CwPoint *at);
const GString *cw_gerber_apertures_get_text (const CwGerberApertures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwGerberApertures, cw_gerber_apertures_free)

G_END_DECLS
