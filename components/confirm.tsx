import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A question that stands before the rest until it is answered; Esc answers no. */
export function Confirm(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}) {
  const { isOpen, title, text, yes, no, onAnswer } = props;
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onAnswer(false);
      }}
    >
      <Modal className="modal">
        <Dialog role="alertdialog" className="dialog">
          <Heading slot="title">{title}</Heading>
          <p className="soft">{text}</p>
          <div className="tools">
            <Button className="button" onPress={() => onAnswer(false)}>
              {no}
            </Button>
            <Button className="button primary" onPress={() => onAnswer(true)}>
              {yes}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
