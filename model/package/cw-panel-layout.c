/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-panel.h"

/**
 * cw_panel_init:
 * @self: (out caller-allocates): a panel
 * @kind: what the packages are arrayed on
 *
 * Fills in figures to begin with. The sheet of 510 × 515 mm and the wafer of 300 mm are those of
 * published fan-out lines (jmep 17/3/89; Lau, chip-first face-up). The strip of 240 × 76 mm, margins,
 * streets of 100 µm and marks of 1 mm are this program's own. The pull-back of 10 µm is that of polyimide
 * from the edge in an anonymous note of an assembly house. There is no seal ring.
 */
void
cw_panel_init (CwPanel *self, CwPanelKind kind)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) kind < CW_N_PANEL_KINDS);

  *self = (CwPanel){ .kind = kind };
  if (kind == CW_PANEL_NONE)
    return;

  self->street = 100 * CW_UM;
  self->pull_back = 10 * CW_UM;
  self->mark = 1 * CW_MM;
  switch (kind)
    {
    case CW_PANEL_STRIP:
      self->width = 240 * CW_MM;
      self->height = 76 * CW_MM;
      self->margin = 5 * CW_MM;
      break;

    case CW_PANEL_WAFER:
      self->width = 300 * CW_MM;
      self->margin = 3 * CW_MM;
      break;

    case CW_PANEL_SHEET:
    case CW_PANEL_NONE:
    case CW_N_PANEL_KINDS:
    default:
      self->width = 510 * CW_MM;
      self->height = 515 * CW_MM;
      self->margin = 10 * CW_MM;
      break;
    }
}

/**
 * cw_panel_get_box:
 * @self: a panel
 *
 * Returns: its bounds, centred on 0, 0 [nm]
 */
CwBox
cw_panel_get_box (const CwPanel *self)
{
  CwCoord height = self->kind == CW_PANEL_WAFER ? self->width : self->height;

  return CW_BOX (self->width / 2 - self->width, height / 2 - height, self->width / 2, height / 2);
}

/* One row or column of places: those with an index from @first on lie where the index says, in
 * half nanometres from the middle: (2 · index + phase) · pitch. */
typedef struct
{
  gint64 size; /* of a unit */
  gint64 pitch;
  gint phase; /* 0: a unit in the middle, 1: a street */
} Axis;

/* lower edge of a unit */
static gint64
get_low (const Axis *axis, gint64 index)
{
  gint64 doubled = (2 * index + axis->phase) * axis->pitch - axis->size;

  return doubled >= 0 ? doubled / 2 : -((-doubled + 1) / 2);
}

/* how far a unit reaches from the middle */
static gint64
get_reach (const Axis *axis, gint64 index)
{
  gint64 low = get_low (axis, index);

  return MAX (ABS (low), ABS (low + axis->size));
}

/* how many units fit in a length */
static gint64
count_along (gint64 length, gint64 size, gint64 street)
{
  return length >= size ? (length + street) / (size + street) : 0;
}

/* so many units, their middle in the middle: the index of the first */
static gint64
centre (Axis *axis, gint64 n)
{
  axis->phase = n % 2 == 0;
  return -(n / 2);
}

static gboolean
is_on_wafer (const Axis *x, const Axis *y, gint64 column, gint64 row, gint64 diameter)
{
  gint64 reach_x = 2 * get_reach (x, column);
  gint64 reach_y = 2 * get_reach (y, row);

  return reach_x <= diameter && reach_y <= diameter
         && reach_x * reach_x + reach_y * reach_y <= diameter * diameter;
}

/* the columns of a row that are on the wafer: none when @last < @first */
static void
find_columns (const Axis *x, const Axis *y, gint64 row, gint64 diameter, gint64 *first,
              gint64 *last)
{
  *first = 0;
  *last = -1;
  while (is_on_wafer (x, y, *last + 1, row, diameter))
    (*last)++;
  while (is_on_wafer (x, y, *first - 1, row, diameter))
    (*first)--;
}

typedef struct
{
  Axis x;
  Axis y;
  gint64 diameter;
  gint64 first_row;
  gint64 last_row;
  gint64 first_column;
  gint64 count;
} Wafer;

/* what fits with a unit or a street in the middle */
static Wafer
lay_out_wafer (Axis x, Axis y, gint64 diameter)
{
  Wafer self = { x, y, diameter, 0, -1, 0, 0 };
  gint64 n = diameter / y.pitch + 1;

  for (gint64 row = -n; row <= n; row++)
    {
      gint64 first;
      gint64 last;

      find_columns (&x, &y, row, diameter, &first, &last);
      if (last < first)
        continue;
      if (self.count == 0)
        self.first_row = row;
      self.last_row = row;
      self.first_column = MIN (self.first_column, first);
      self.count += last - first + 1;
    }

  return self;
}

/* of the four ways to put units or streets in the middle the first that takes most */
static Wafer
find_wafer (const CwPanel *self, Axis x, Axis y)
{
  Wafer best = { .count = -1 };

  for (gint phases = 0; phases < 4; phases++)
    {
      Wafer wafer;

      x.phase = phases & 1;
      y.phase = phases >> 1;
      wafer = lay_out_wafer (x, y, (gint64) self->width - 2 * (gint64) self->margin);
      if (wafer.count > best.count)
        best = wafer;
    }

  return best;
}

static gboolean
get_axes (const CwPanel *self, CwBox unit, Axis *x, Axis *y)
{
  *x = (Axis){ .size = (gint64) unit.max.x - unit.min.x };
  *y = (Axis){ .size = (gint64) unit.max.y - unit.min.y };
  x->pitch = x->size + self->street;
  y->pitch = y->size + self->street;

  return !cw_box_is_empty (unit) && x->size >= CW_PANEL_UNIT_MIN && y->size >= CW_PANEL_UNIT_MIN;
}

static void
call (CwPanelFunc func, gpointer user_data, const Axis *x, const Axis *y, gint64 column, gint64 row,
      gint64 first_column, gint64 first_row, CwBox unit)
{
  func ((guint) (column - first_column), (guint) (row - first_row),
        CW_POINT ((CwCoord) (get_low (x, column) - unit.min.x),
                  (CwCoord) (get_low (y, row) - unit.min.y)),
        user_data);
}

/**
 * cw_panel_count:
 * @self: a panel
 * @unit: bounds of a unit, which is the package outline [nm]
 *
 * Counts the units that a panel takes.
 *
 * Returns: how many; 1 without an array, 0 when a unit is narrower than %CW_PANEL_UNIT_MIN
 */
guint
cw_panel_count (const CwPanel *self, CwBox unit)
{
  Axis x;
  Axis y;

  g_return_val_if_fail (self != NULL, 0);

  if (self->kind == CW_PANEL_NONE)
    return 1;
  if (!get_axes (self, unit, &x, &y))
    return 0;
  if (self->kind == CW_PANEL_WAFER)
    return (guint) find_wafer (self, x, y).count;

  return (
      guint) (count_along ((gint64) self->width - 2 * (gint64) self->margin, x.size, self->street)
              * count_along ((gint64) self->height - 2 * (gint64) self->margin, y.size,
                             self->street));
}

/**
 * cw_panel_foreach:
 * @self: a panel
 * @unit: bounds of a unit, which is the package outline [nm]
 * @func: (scope call): called for each unit, row by row from the bottom, each from the left
 * @user_data: for @func
 *
 * Lays out the array: as many units as fit within the margin, a street between any two, centred. On a
 * wafer all four corners of a unit keep the margin; a unit or a street goes through its middle,
 * whichever takes more.
 */
void
cw_panel_foreach (const CwPanel *self, CwBox unit, CwPanelFunc func, gpointer user_data)
{
  gint64 first_column;
  gint64 first_row;
  gint64 n_columns;
  gint64 n_rows;
  Axis x;
  Axis y;

  g_return_if_fail (self != NULL && func != NULL);

  if (self->kind == CW_PANEL_NONE)
    {
      CwPoint middle = cw_box_get_centre (unit);

      func (0, 0, CW_POINT (-middle.x, -middle.y), user_data);
      return;
    }
  if (!get_axes (self, unit, &x, &y))
    return;
  if (self->kind == CW_PANEL_WAFER)
    {
      Wafer wafer = find_wafer (self, x, y);

      for (gint64 row = wafer.first_row; row <= wafer.last_row; row++)
        {
          gint64 first;
          gint64 last;

          find_columns (&wafer.x, &wafer.y, row, wafer.diameter, &first, &last);
          for (gint64 column = first; column <= last; column++)
            call (func, user_data, &wafer.x, &wafer.y, column, row, wafer.first_column,
                  wafer.first_row, unit);
        }
      return;
    }

  n_columns = count_along ((gint64) self->width - 2 * (gint64) self->margin, x.size, self->street);
  n_rows = count_along ((gint64) self->height - 2 * (gint64) self->margin, y.size, self->street);
  first_column = centre (&x, n_columns);
  first_row = centre (&y, n_rows);
  for (gint64 row = 0; row < n_rows; row++)
    for (gint64 column = 0; column < n_columns; column++)
      call (func, user_data, &x, &y, first_column + column, first_row + row, first_column,
            first_row, unit);
}

static CwBox
get_mark (CwPoint middle, CwCoord size)
{
  return CW_BOX (middle.x - size / 2, middle.y - size / 2, middle.x - size / 2 + size,
                 middle.y - size / 2 + size);
}

/**
 * cw_panel_foreach_mark:
 * @self: a panel
 * @func: (scope call) (nullable): called for each mark
 * @user_data: for @func
 *
 * Lays out the alignment marks: in the middle of the margin, four in the corners of a strip or a
 * sheet, two left and right on a wafer. Marks that do not fit in the margin are left out.
 *
 * Returns: how many marks there are
 */
guint
cw_panel_foreach_mark (const CwPanel *self, CwPanelMarkFunc func, gpointer user_data)
{
  CwBox box = cw_panel_get_box (self);
  CwCoord in = self->margin / 2;
  gint64 far = ((gint64) self->width + 1) / 2 - in + (self->mark + 1) / 2;
  gint64 half = (self->mark + 1) / 2;
  const CwPoint corners[]
      = { CW_POINT (box.min.x + in, box.min.y + in), CW_POINT (box.max.x - in, box.min.y + in),
          CW_POINT (box.min.x + in, box.max.y - in), CW_POINT (box.max.x - in, box.max.y - in) };
  const CwPoint sides[] = { CW_POINT (box.min.x + in, 0), CW_POINT (box.max.x - in, 0) };
  gboolean is_wafer = self->kind == CW_PANEL_WAFER;
  guint n = is_wafer ? G_N_ELEMENTS (sides) : G_N_ELEMENTS (corners);

  if (self->kind == CW_PANEL_NONE || self->mark == 0 || self->mark > self->margin
      || self->margin > MIN (box.max.x, box.max.y))
    return 0;
  if (is_wafer && 4 * (far * far + half * half) > (gint64) self->width * self->width)
    return 0;

  for (guint i = 0; i < n && func != NULL; i++)
    func (get_mark (is_wafer ? sides[i] : corners[i], self->mark), user_data);
  return n;
}

/**
 * cw_panel_get_seal:
 * @self: a panel
 * @unit: bounds of a unit [nm]
 * @outer: (out): its edge
 * @inner: (out): the inner edge of the seal ring
 *
 * Gets the seal ring of a unit, which runs along the inside of its edge.
 *
 * Returns: whether there is one, and the unit has room within it
 */
gboolean
cw_panel_get_seal (const CwPanel *self, CwBox unit, CwBox *outer, CwBox *inner)
{
  *outer = unit;
  *inner = cw_box_grow (unit, -(gint64) self->seal);

  return self->seal > 0 && inner->min.x < inner->max.x && inner->min.y < inner->max.y;
}
