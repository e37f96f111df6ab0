/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-error.h"
#include "io/xml/cw-xml-reader-private.h"
#include "io/xml/cw-xml-scan.h"
#include "model/package/cw-validate.h"

/* What becomes of each element once its attributes are read. */

#define LEAF_ITEMS 64 /* of a table */
#define SPREAD_MIN ((gsize) 64 << 20)
#define SPREAD_PER_BYTE 16

/* passes a refusal of the model on */
static gboolean
fail_model (CwXmlReader *self, gsize element, const GError *error)
{
  CwIoError code = CW_IO_ERROR_VALUE;

  if (g_error_matches (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE)
      || g_error_matches (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE))
    code = CW_IO_ERROR_REFERENCE;

  return cw_xml_reader_fail_at (self, element, code, "%s", error->message);
}

/* A table has leaves for neighbouring numbers. Numbers far apart in a small file are an
 * attempt to use up memory, and no design ever had them. */
static gboolean
check_spread (CwXmlReader *self, CwItemKind kind, guint32 number)
{
  guint32 block = number / LEAF_ITEMS + 1;

  if (self->last_block[kind] == block)
    return TRUE;

  self->last_block[kind] = block;
  self->spread += LEAF_ITEMS * cw_item_class_get (kind)->table.size;
  if (self->spread <= SPREAD_MIN + SPREAD_PER_BYTE * self->size)
    return TRUE;

  return cw_xml_reader_fail (self, CW_IO_ERROR_LIMIT, "the ids of too many items lie far apart");
}

static gboolean
add_item (CwXmlReader *self, CwItemKind kind, guint32 number, gconstpointer item, gsize element)
{
  g_autoptr (GError) error = NULL;
  CwId id = cw_id_new (kind, number);

  if (!check_spread (self, kind, number))
    return FALSE;
  if (cw_edit_add_with_id (self->edit, id, item, &error))
    return TRUE;

  if (cw_edit_get_item (self->edit, id) != NULL)
    return cw_xml_reader_fail_at (self, element, CW_IO_ERROR_REFERENCE,
                                  "id=\"%u\" is given to two items", number);

  return fail_model (self, element, error);
}

static gboolean
check_head (CwXmlReader *self, CwXmlValue *value)
{
  g_autofree char *unit = NULL;

  if (strcmp (value->head.unit, "um") != 0)
    {
      unit = cw_xml_quote (value->head.unit, strlen (value->head.unit));
      return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE, "unit=\"%s\" is not um", unit);
    }

  self->design_name = g_ref_string_acquire (value->head.name);
  return TRUE;
}

static gboolean
begin_technology (CwXmlReader *self, CwXmlValue *value)
{
  self->technology = cw_technology_new (value->technology.name);
  cw_technology_set_substrate (self->technology, value->technology.substrate);

  return TRUE;
}

static gboolean
add_material (CwXmlReader *self, CwXmlValue *value)
{
  g_autoptr (GError) error = NULL;

  return cw_technology_add_material (self->technology, &value->material, &error)
         || fail_model (self, self->n_elements, error);
}

static gboolean
add_level (CwXmlReader *self, CwXmlValue *value)
{
  g_autoptr (GError) error = NULL;
  const char *name;

  if (!cw_technology_add_level (self->technology, &value->level, &error))
    return fail_model (self, self->n_elements, error);

  g_assert (self->n_levels < CW_MAX_LEVELS);
  name = cw_technology_get_level (self->technology, self->n_levels)->name;
  self->levels[self->n_levels++] = (CwXmlName){ name, strlen (name) };

  return TRUE;
}

static gboolean
add_rule (CwXmlReader *self, CwXmlValue *value)
{
  g_autoptr (GError) error = NULL;

  return cw_technology_add_rule (self->technology, &value->rule, &error)
         || fail_model (self, self->n_elements, error);
}

static gboolean
begin_flow (CwXmlReader *self, CwXmlValue *value)
{
  self->method = value->flow;
  self->n_steps = 0;

  return TRUE;
}

static gboolean
add_step (CwXmlReader *self, CwXmlValue *value)
{
  g_autoptr (GError) error = NULL;
  const CwStep *step = &value->step;

  if (self->n_steps == CW_MAX_STEPS)
    return cw_xml_reader_fail (self, CW_IO_ERROR_LIMIT, "<flow> has more than %d steps",
                               CW_MAX_STEPS);
  if (!cw_validate_length ("step thickness", step->thickness, 0, 10 * CW_MM, &error)
      || !cw_validate_number ("step temperature", step->temperature, G_MAXINT32, &error))
    return fail_model (self, self->n_elements, error);

  self->steps[self->n_steps++] = *step;
  return TRUE;
}

static gboolean
end_flow (CwXmlReader *self)
{
  g_autoptr (CwFlow) flow = cw_flow_new (self->method, self->steps, self->n_steps);

  cw_technology_set_flow (self->technology, flow);
  return TRUE;
}

static gboolean
set_panel (CwXmlReader *self, CwXmlValue *value)
{
  g_autoptr (GError) error = NULL;

  return cw_technology_set_panel (self->technology, &value->panel, &error)
         || fail_model (self, self->n_elements, error);
}

/* technology and outline are known: the design begins */
static gboolean
begin_design (CwXmlReader *self, CwXmlValue *value)
{
  g_autoptr (CwPath) placeholder = cw_path_new_box (CW_BOX (0, 0, CW_MM, CW_MM));
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GError) error = NULL;

  if (self->technology == NULL)
    return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<technology> must come before <outline>");

  design = cw_design_new (self->technology, placeholder);
  self->edit = cw_edit_new (design);
  if (!cw_edit_set_name (self->edit, self->design_name, &error))
    return fail_model (self, 1, error);
  if (!cw_edit_set_outline (self->edit, value->outline, &error))
    return fail_model (self, self->n_elements, error);

  return TRUE;
}

static gboolean
begin_die_type (CwXmlReader *self, CwXmlValue *value)
{
  self->die_type = value->die_type;
  g_ref_string_acquire (self->die_type.name);
  g_ref_string_acquire (self->die_type.function);
  self->die_type_number = self->number;
  self->die_type_element = self->n_elements;
  g_array_set_size (self->pads, 0);

  return TRUE;
}

static gboolean
add_pad (CwXmlReader *self, CwXmlValue *value)
{
  g_ref_string_acquire (value->pad.name);
  g_array_append_val (self->pads, value->pad);

  return TRUE;
}

static gboolean
end_die_type (CwXmlReader *self)
{
  g_autoptr (CwPads) pads
      = cw_pads_new ((const CwPad *) (gpointer) self->pads->data, self->pads->len);
  gboolean added;

  self->die_type.pads = pads;
  added = add_item (self, CW_ITEM_DIE_TYPE, self->die_type_number, &self->die_type,
                    self->die_type_element);
  g_clear_pointer (&self->die_type.name, g_ref_string_release);
  g_clear_pointer (&self->die_type.function, g_ref_string_release);
  self->die_type.pads = NULL;

  return added;
}

/* the nets of a die without any: shared, as a die of some bytes may have many pads */
static CwNets *
ref_unconnected (CwXmlReader *self, guint32 n_pads)
{
  CwNets *nets = g_hash_table_lookup (self->unconnected, GUINT_TO_POINTER (n_pads));

  if (nets == NULL)
    {
      g_autofree CwId *ids = g_new0 (CwId, MAX (n_pads, 1));

      nets = cw_nets_new (ids, n_pads);
      g_hash_table_insert (self->unconnected, GUINT_TO_POINTER (n_pads), nets);
    }

  return cw_nets_ref (nets);
}

static gboolean
add_die (CwXmlReader *self, CwXmlValue *value)
{
  CwDie *die = &value->die;
  const CwDieType *type = cw_edit_get_item (self->edit, die->type);
  guint32 n_pads = type->pads->n_pads;

  if (die->nets == NULL)
    die->nets = ref_unconnected (self, n_pads);
  if (die->nets->n_nets != n_pads)
    return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE,
                               "nets has %u entries where die type \"%s\" has %u pads",
                               die->nets->n_nets, type->name, n_pads);

  self->n_die_pads += n_pads;
  if (self->n_die_pads > CW_XML_MAX_ELEMENTS)
    return cw_xml_reader_fail (self, CW_IO_ERROR_LIMIT, "more than %d pads on dies",
                               CW_XML_MAX_ELEMENTS);

  return add_item (self, CW_ITEM_DIE, self->number, die, self->n_elements);
}

static gboolean
add_passive (CwXmlReader *self, CwXmlValue *value)
{
  const CwPassive *passive = &value->passive;
  const char *form = cw_passive_form_get_name ((CwPassiveForm) passive->form);
  guint32 n_terminals = cw_passive_form_get_n_terminals ((CwPassiveForm) passive->form);

  for (CwPassiveParameter i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (passive->values[i] != 0 && !cw_passive_form_uses ((CwPassiveForm) passive->form, i))
      return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE, "<passive> of form %s has %s", form,
                                 cw_passive_parameter_get_name (i));
  if (passive->nets != NULL && passive->nets->n_nets != n_terminals)
    return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE,
                               "nets has %u entries where form %s has %u terminals",
                               passive->nets->n_nets, form, n_terminals);

  return add_item (self, CW_ITEM_PASSIVE, self->number, passive, self->n_elements);
}

/**
 * cw_xml_reader_begin:
 * @self: a reader
 * @kind: an element that begins
 * @value: what its attributes say
 *
 * Takes in an element.
 *
 * Returns: whether it is valid where it is
 */
gboolean
cw_xml_reader_begin (CwXmlReader *self, CwXmlElementKind kind, CwXmlValue *value)
{
  static gboolean (*const functions[CW_XML_N_ELEMENTS]) (CwXmlReader *, CwXmlValue *) = {
    [CW_XML_CHIPWRIGHT] = check_head,      [CW_XML_TECHNOLOGY] = begin_technology,
    [CW_XML_MATERIAL_ITEM] = add_material, [CW_XML_LEVEL_ITEM] = add_level,
    [CW_XML_RULE_ITEM] = add_rule,         [CW_XML_FLOW] = begin_flow,
    [CW_XML_STEP_ITEM] = add_step,         [CW_XML_PANEL] = set_panel,
    [CW_XML_OUTLINE] = begin_design,       [CW_XML_DIE_TYPE_ITEM] = begin_die_type,
    [CW_XML_PAD_ITEM] = add_pad,           [CW_XML_DIE_ITEM] = add_die,
    [CW_XML_PASSIVE_ITEM] = add_passive,
  };

  if (functions[kind] != NULL)
    return functions[kind](self, value);

  return add_item (self, cw_xml_elements[kind].item, self->number, value, self->n_elements);
}

/**
 * cw_xml_reader_end:
 * @self: a reader
 * @kind: an element that ends
 *
 * Takes in what an element held.
 *
 * Returns: whether it is complete
 */
gboolean
cw_xml_reader_end (CwXmlReader *self, CwXmlElementKind kind)
{
  if (kind == CW_XML_DIE_TYPE_ITEM)
    return end_die_type (self);
  if (kind == CW_XML_FLOW)
    return end_flow (self);
  if (kind != CW_XML_CHIPWRIGHT)
    return TRUE;

  self->closed = TRUE;
  if (self->edit == NULL)
    return cw_xml_reader_fail_at (self, 1, CW_IO_ERROR_SYNTAX, "<chipwright> has no <%s>",
                                  self->technology == NULL ? "technology" : "outline");

  return TRUE;
}
