/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib-object.h>

#include "model/base/cw-length.h"
#include "model/geometry/cw-angle.h"
#include "model/geometry/cw-box.h"
#include "model/package/cw-bonding-pad.h"

G_BEGIN_DECLS

/**
 * CwCsvField:
 * @CW_CSV_NAME: name of a die pad, of a ball or of a net
 * @CW_CSV_X: x of a centre or of a vertex
 * @CW_CSV_Y: y of a centre or of a vertex
 * @CW_CSV_SIZE: size of a pad in one cell: `60x60`, or a diameter
 * @CW_CSV_WIDTH: width of a trace, or of a pad without @CW_CSV_SIZE
 * @CW_CSV_HEIGHT: height of a pad
 * @CW_CSV_DIAMETER: diameter of a round pad
 * @CW_CSV_NET: name of a net
 * @CW_CSV_ROUTE: what the vertices of one trace have in common
 * @CW_CSV_SEQUENCE: order of the vertices of one trace
 * @CW_CSV_BALL: name of the ball that a trace leads to
 * @CW_CSV_CLASS: class of a net
 *
 * What a column of a table holds.
 */
typedef enum
{
  CW_CSV_NAME,
  CW_CSV_X,
  CW_CSV_Y,
  CW_CSV_SIZE,
  CW_CSV_WIDTH,
  CW_CSV_HEIGHT,
  CW_CSV_DIAMETER,
  CW_CSV_NET,
  CW_CSV_ROUTE,
  CW_CSV_SEQUENCE,
  CW_CSV_BALL,
  CW_CSV_CLASS,
  CW_N_CSV_FIELDS
} CwCsvField;

/**
 * CwCsvOrigin:
 * @CW_CSV_ORIGIN_AUTO: the centre when a coordinate is negative, else the corner
 * @CW_CSV_ORIGIN_CORNER: the lower left corner of the die
 * @CW_CSV_ORIGIN_CENTRE: the centre of the die
 *
 * Where the coordinates of die pads begin.
 */
typedef enum
{
  CW_CSV_ORIGIN_AUTO,
  CW_CSV_ORIGIN_CORNER,
  CW_CSV_ORIGIN_CENTRE,
} CwCsvOrigin;

/**
 * CwCsvOptions:
 * @delimiter: what parts the cells, 0 to find out (`delimiter=;`, or by name: `comma`, `semicolon`,
 *   `tab`, `bar`)
 * @no_header: whether the first row is data; columns are then named by their number
 *   (`header=no`)
 * @unit: unit of lengths where neither the cell nor the column's name has one (`unit=mm`)
 * @unit_given: whether @unit was given; else micrometres are guessed and reported
 * @columns: name of the column for each field, %NULL to find it by the usual names
 *   (`columns=name=pad,x=x_um`)
 * @name: name of a new design (`name=caravel`)
 * @n_wiring_levels: of a new design, 1 unless given (`wiring-levels=2`)
 * @outline: package outline of a new design, empty to derive it from the content
 *   (`outline=3588x5188` from the origin, or `outline=x0,y0,x1,y1`) [nm]
 * @die: name of the placed die, `U1` unless given (`die=U1`)
 * @die_type: name of the die type, that of the die unless given (`die-type=caravel`)
 * @die_size: size of the die, 0 to keep that of the type or guess it (`die-size=3588x5188`) [nm]
 * @die_thickness: thickness of the die, 0 for that of the die level (`die-thickness=200um`) [nm]
 * @die_origin: where pad coordinates begin (`die-origin=corner`, `centre`)
 * @die_at: where the pads' origin is placed (`die-at=100,200`) [nm]
 * @die_placed: whether @die_at, @die_angle or @die_mirror were given; else a die that is
 *   there already stays where it is
 * @die_angle: its turn (`die-angle=90`) [µdeg]
 * @die_mirror: whether it is seen from the back (`die-mirror=yes`)
 * @pad: form of die pads in a table without sizes (`pad-size=60x60`)
 * @level: name of the wiring level, %NULL for the topmost (`level=RDL1`)
 * @land: land of a bonding pad (`land=270`)
 * @opening: opening above it (`opening=220`)
 * @ball: what sits on it (`ball=310`, `ball-kind=bump`)
 * @width: width of traces in a table without widths (`width=40`) [nm]
 * @no_vias: whether traces that end on a die pad get no via to it (`vias=no`)
 * @via_hole: hole of such a via, 0 for two thirds of the pad (`via-hole=40`) [nm]
 * @via_land: its land, 0 for the size of the pad (`via-land=60`) [nm]
 *
 * How a table is read and what is made of it. Bare lengths in options are micrometres.
 * Lands, openings and balls without an option are those for a pitch of 500 µm: a land of 270 µm
 * and an opening of 220 µm (Micross), a ball of 310 µm after reflow (Amkor).
 */
typedef struct
{
  char delimiter;
  gboolean no_header;
  CwUnit unit;
  gboolean unit_given;
  char *columns[CW_N_CSV_FIELDS];

  char *name;
  guint n_wiring_levels;
  CwBox outline;

  char *die;
  char *die_type;
  CwPoint die_size;
  CwCoord die_thickness;
  CwCsvOrigin die_origin;
  CwPoint die_at;
  gboolean die_placed;
  CwAngle die_angle;
  gboolean die_mirror;
  CwPadForm pad;

  char *level;
  CwPadForm land;
  CwPadForm opening;
  CwBall ball;

  CwCoord width;
  gboolean no_vias;
  CwCoord via_hole;
  CwCoord via_land;
} CwCsvOptions;

#define CW_TYPE_CSV_OPTIONS (cw_csv_options_get_type ())

GType cw_csv_options_get_type (void) G_GNUC_CONST;
CwCsvOptions *cw_csv_options_new (void);
CwCsvOptions *cw_csv_options_copy (const CwCsvOptions *self);
void cw_csv_options_free (CwCsvOptions *self);
gboolean cw_csv_options_set (CwCsvOptions *self, const char *key, const char *value,
                             GError **error);
gboolean cw_csv_options_parse (CwCsvOptions *self, const char *option, GError **error);
const char *const *cw_csv_options_get_keys (void);

const char *cw_csv_field_get_name (CwCsvField field);
gboolean cw_csv_form_parse (const char *text, CwUnit unit, CwPadForm *form, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCsvOptions, cw_csv_options_free)

G_END_DECLS
