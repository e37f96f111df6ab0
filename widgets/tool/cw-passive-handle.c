/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-handle-private.h"

#define MOST 4

/* What a handle changes: it moves along an axis of the frame of the device by so many halves of the
 * change of the parameter; a count changes by one for each step. */
typedef struct
{
  CwPassiveParameter parameter;
  gint8 x; /* halves */
  gint8 y;
} Spec;

static const Spec specs[CW_N_PASSIVE_FORMS][MOST] = {
  [CW_FORM_BAR] = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_WIDTH, 0, 1 } },
  [CW_FORM_MEANDER] = { { CW_PARAMETER_LENGTH, 0, 1 }, { CW_PARAMETER_COUNT, 1, 0 } },
  [CW_FORM_SQUARE_SPIRAL] = { { CW_PARAMETER_INNER, 0, 1 }, { CW_PARAMETER_COUNT, 0, 2 } },
  [CW_FORM_OCTAGON_SPIRAL] = { { CW_PARAMETER_INNER, 0, 1 }, { CW_PARAMETER_COUNT, 0, 2 } },
  [CW_FORM_ROUND_SPIRAL] = { { CW_PARAMETER_INNER, 0, 1 }, { CW_PARAMETER_COUNT, 0, 2 } },
  [CW_FORM_PLATES] = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_HEIGHT, 0, 1 } },
  [CW_FORM_INTERDIGITAL] = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_COUNT, 0, 1 } },
  [CW_FORM_MICROSTRIP]
  = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_GROUND, 0, 1 }, { CW_PARAMETER_WIDTH, 0, -1 } },
  [CW_FORM_COPLANAR]
  = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_GROUND, 0, 2 }, { CW_PARAMETER_SPACE, 0, -2 } },
  [CW_FORM_STRIPLINE]
  = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_GROUND, 0, 1 }, { CW_PARAMETER_WIDTH, 0, -1 } },
  [CW_FORM_LOW_PASS] = { { CW_PARAMETER_INNER, 0, 1 },
                         { CW_PARAMETER_COUNT, 0, 2 },
                         { CW_PARAMETER_LENGTH, 1, 0 },
                         { CW_PARAMETER_HEIGHT, 0, 1 } },
  [CW_FORM_HAIRPIN] = { { CW_PARAMETER_LENGTH, 0, 1 }, { CW_PARAMETER_COUNT, 1, 0 } },
  [CW_FORM_SENSOR]
  = { { CW_PARAMETER_LENGTH, 1, 0 }, { CW_PARAMETER_HEIGHT, 0, 1 }, { CW_PARAMETER_INNER, 1, 0 } },
};

static guint
count_handles (const CwPassive *passive)
{
  guint n = 0;

  while (n < MOST && (specs[passive->form][n].x != 0 || specs[passive->form][n].y != 0))
    n++;

  return n;
}

/* what one of the count takes */
static CwCoord
get_pitch (const CwPassive *passive)
{
  CwCoord pitch = passive->values[CW_PARAMETER_WIDTH] + passive->values[CW_PARAMETER_SPACE];

  return passive->form == CW_FORM_HAIRPIN ? 2 * pitch : pitch;
}

static gboolean
is_spiral (const CwPassive *passive)
{
  return passive->form == CW_FORM_SQUARE_SPIRAL || passive->form == CW_FORM_OCTAGON_SPIRAL
         || passive->form == CW_FORM_ROUND_SPIRAL || passive->form == CW_FORM_LOW_PASS;
}

static CwPoint
get_terminal (const CwPassive *passive, const CwTechnology *technology, guint32 terminal)
{
  CwTransform transform = cw_passive_get_transform (passive);
  CwPoint at = passive->at;

  cw_passive_get_terminal (passive, technology, terminal, &at, NULL);

  return cw_transform_point_back (&transform, at);
}

/* above the middle of the coil, the only one that is not in the middle of the device being that of a
 * filter, whose outer end is its first terminal */
static CwPoint
get_place_at_coil (const CwPassive *passive, const CwTechnology *technology,
                   CwPassiveParameter parameter)
{
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  CwCoord inner = passive->values[CW_PARAMETER_INNER];
  CwCoord count = passive->values[CW_PARAMETER_COUNT];
  CwCoord pitch = get_pitch (passive);
  CwCoord first = (inner + width) / 2;
  CwCoord x = 0;

  if (passive->form == CW_FORM_LOW_PASS)
    x = get_terminal (passive, technology, 0).x + first + (count + 1) * pitch;
  if (parameter == CW_PARAMETER_INNER)
    return CW_POINT (x, inner / 2);

  return CW_POINT (x, first + width / 2 + count * pitch - 3 * pitch / 4);
}

/* in the frame of the device */
static CwPoint
get_place (const CwPassive *passive, const CwTechnology *technology, const Spec *spec)
{
  const CwCoord *values = passive->values;
  CwCoord value = values[spec->parameter];
  CwCoord half = values[CW_PARAMETER_WIDTH] / 2;
  CwCoord space = values[CW_PARAMETER_SPACE];
  CwPoint at;

  if (is_spiral (passive)
      && (spec->parameter == CW_PARAMETER_INNER || spec->parameter == CW_PARAMETER_COUNT))
    return get_place_at_coil (passive, technology, spec->parameter);
  if (passive->form == CW_FORM_LOW_PASS)
    {
      /* the second terminal lies at the right edge of the plate */
      at = get_terminal (passive, technology, 1);
      return spec->parameter == CW_PARAMETER_LENGTH
                 ? at
                 : CW_POINT (at.x - values[CW_PARAMETER_LENGTH] / 2, value / 2);
    }
  if (spec->parameter == CW_PARAMETER_COUNT)
    value *= get_pitch (passive);
  at = CW_POINT (spec->x * (value / 2), spec->y * (value / 2));
  if (passive->form == CW_FORM_COPLANAR && spec->parameter != CW_PARAMETER_LENGTH)
    at.y = spec->parameter == CW_PARAMETER_GROUND ? half + space + value : -(half + space);
  else if (passive->form == CW_FORM_HAIRPIN && spec->parameter == CW_PARAMETER_COUNT)
    at.y = values[CW_PARAMETER_LENGTH] / 4;
  else if (passive->form == CW_FORM_SENSOR && spec->parameter == CW_PARAMETER_INNER)
    at.y = value / 2;

  return at;
}

void
cw_passive_handle_list (const CwPassive *passive, const CwTechnology *technology, GArray *handles)
{
  CwTransform transform = cw_passive_get_transform (passive);

  for (guint i = 0; i < count_handles (passive); i++)
    {
      CwPoint at = cw_transform_point (&transform,
                                       get_place (passive, technology, &specs[passive->form][i]));

      g_array_append_val (handles, at);
    }
}

CwPassiveParameter
cw_passive_handle_get_parameter (const CwPassive *passive, guint handle)
{
  return specs[passive->form][MIN (handle, MOST - 1)].parameter;
}

/* the parameter that puts the handle nearest to a point; whether that is one, the design tells */
gboolean
cw_passive_handle_drag (CwPassive *passive, const CwTechnology *technology, guint handle,
                        CwPoint to, CwCoord grid)
{
  CwTransform transform = cw_passive_get_transform (passive);
  const Spec *spec = &specs[passive->form][MIN (handle, MOST - 1)];
  CwPoint from;
  CwPoint at;
  gint64 halves;
  gint64 way;

  if (handle >= count_handles (passive))
    return FALSE;
  from = get_place (passive, technology, spec);
  at = cw_transform_point_back (&transform, to);
  halves = spec->x != 0 ? spec->x : spec->y;
  way = 2 * (spec->x != 0 ? (gint64) at.x - from.x : (gint64) at.y - from.y) / halves;
  if (spec->parameter == CW_PARAMETER_COUNT)
    way = cw_handle_round (way, get_pitch (passive)) / get_pitch (passive)
          + passive->values[spec->parameter];
  else
    way = cw_handle_round (way + passive->values[spec->parameter], grid);
  passive->values[spec->parameter] = (CwCoord) CLAMP (way, 0, CW_COORD_MAX);

  return TRUE;
}
